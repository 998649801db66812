export const FORMATS = ['docx', 'pdf', 'md'] as const
export type Format = (typeof FORMATS)[number]

export const isFormat = (name: string | null): name is Format =>
  (FORMATS as readonly string[]).includes(name ?? '')
