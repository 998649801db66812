export const FORMATS = ['docx', 'pdf', 'md'] as const
export type Format = (typeof FORMATS)[number]

export const isFormat = (name: string | null): name is Format =>
  (FORMATS as readonly string[]).includes(name ?? '')

/** What became of a Word file. */
export type ImportReport = {
  file: string
  headings: number
  tables: number
  pictures: number
  picturesWithoutAlt: number
  notes: string[]
}

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
