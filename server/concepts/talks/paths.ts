import type { RoundFilter } from './contract.ts'

const query = (fields: Record<string, string | number | undefined>) => {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return all.length > 0 ? `?${new URLSearchParams(all).toString()}` : ''
}

const talk = (number: number | string) => `/gespraeche/${number}`

export const paths = {
  list: (fields: { stand?: RoundFilter | ''; runde?: string; seite?: number } = {}) =>
    `/gespraeche${query(fields)}`,
  rounds: () => '/gespraeche/runden',
  talk,
  reflection: (number: number | string) => `${talk(number)}/reflexion`,
  result: (number: number | string) => `${talk(number)}/ergebnis`,
  concept: (number: number | string) => `${talk(number)}/konzept`,
}
