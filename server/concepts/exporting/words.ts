import type { Format } from './contract.ts'

export const formatNames: Record<Format, string> = {
  docx: 'Word',
  pdf: 'PDF',
  md: 'Markdown',
}

export const words = {
  noPdf: 'PDF kann hier gerade nicht erzeugt werden. Nutzen Sie „Drucken“ und sichern Sie als PDF.',
  contents: 'Inhalt',
  goals: 'Ziele',
  matrix: 'Medienkompetenzrahmen',
  competency: 'Kompetenz',
  gap: 'Lücke',
  nothing: '–',
}
