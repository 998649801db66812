/** What a school needs on paper before it uses an app. */
export const PARTS = ['avv', 'vvt', 'art13', 'parents', 'rules'] as const
export type Part = (typeof PARTS)[number]

export const PACKAGE_FORMATS = ['docx', 'pdf'] as const
export type PackageFormat = (typeof PACKAGE_FORMATS)[number]

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
