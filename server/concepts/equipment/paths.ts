import type { SchoolForm } from '#server/schools/contract.ts'

const query = (fields: Record<string, string | number | undefined>) => {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return all.length > 0 ? `?${new URLSearchParams(all).toString()}` : ''
}

export const paths = {
  start: (school?: string) => `/ausstattung${query({ schule: school })}`,
  stock: (school: string, preview?: string) =>
    `/ausstattung/${school}/bestand${query({ vorschau: preview })}`,
  stockList: (school: string) => `/ausstattung/${school}/bestand/liste`,
  needs: (school: string) => `/ausstattung/${school}/bedarf`,
  standard: (form?: SchoolForm, number?: number) =>
    `/ausstattung/standard${query({ schulform: form, fassung: number })}`,
  manage: (form?: SchoolForm) => `/verwaltung/grundausstattung${query({ schulform: form })}`,
  report: (fields: { nach?: string; schuljahr?: string } = {}) =>
    `/gespraeche/bedarfsbericht${query(fields)}`,
  reportFile: (fields: { nach?: string; schuljahr?: string } = {}) =>
    `/gespraeche/bedarfsbericht/datei${query(fields)}`,
}
