import type { WIDTHS } from './contract.ts'

export const paths = {
  /** Takes files by POST. */
  upload: () => '/dateien',
  /** The bytes themselves: never a target of client-side navigation. */
  file: (id: string) => `/dateien/${id}`,
  picture: (id: string, width: (typeof WIDTHS)[number]) => `/dateien/${id}?breite=${width}`,
  version: (id: string, number: number) => `/dateien/${id}?version=${number}`,
  /** The page about a file: its versions, and what can be done with it. */
  about: (id: string) => `/dateien/${id}/fassungen`,
  report: (id: string) => `/melden/file/${id}`,
}
