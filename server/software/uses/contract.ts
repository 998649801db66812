export const TRANSFER_BASES = ['eu', 'adequacy', 'dpf', 'scc_tia', 'none', 'unknown'] as const
export const DATA_SUBJECTS = ['pupil', 'teacher', 'parent'] as const
export const LEGAL_BASES = [
  'schulg_120_5',
  'schulg_121',
  'vo_dv_1',
  'vo_dv_2',
  'consent',
  'contract',
  'none_needed',
  'unclear',
] as const
export const WITHIN = ['yes', 'no', 'unclear'] as const
export const SEAL_SCHEMES = [
  'educheck',
  'vidis',
  'commonsense',
  '1edtech',
  'berlin',
  'iso27001',
  'bsi_c5',
  'other',
] as const
export const DOCUMENT_KINDS = [
  'privacy_policy',
  'terms',
  'avv',
  'tom',
  'subprocessor_list',
  'retention',
  'dpia',
  'certificate',
  'vendor_reply',
  'vvt_block',
  'art13_text',
  'parents_letter',
  'usage_rules',
] as const
export const VISIBILITIES = ['reviewers', 'schools', 'public'] as const

/** What can be taken away on the page of uses. */
export const PARTS = ['variant', 'use', 'subprocessor', 'data', 'seal', 'document'] as const
export type Part = (typeof PARTS)[number]
/** What goes for good; a document stays as evidence. */
export type RemovablePart = Exclude<Part, 'document'>

/** What files of documents hang on. Their door is the app's: some of them are for everybody. */
export const SOFTWARE_DOCUMENT = 'software-document'

type Named<Keys extends readonly string[]> = Keys[number]

export type Subprocessor = {
  position: number
  name: string
  country: string
  service: string
  transferBasis: Named<typeof TRANSFER_BASES>
}
export type DataRow = {
  position: number
  subject: Named<typeof DATA_SUBJECTS>
  category: string
  isRequired: boolean
  purpose: string
  legalBasis: Named<typeof LEGAL_BASES>
  withinVoDv: Named<typeof WITHIN>
  retention: string
  recipients: string
}
export type UseRow = { id: string; label: string; isDecided: boolean; data: DataRow[] }
export type VariantRow = {
  id: string
  name: string
  versionNote: string
  hostingCountry: string
  hostingProvider: string
  hasAi: boolean
  aiNote: string
  subprocessors: Subprocessor[]
  uses: UseRow[]
}
export type SealRow = {
  id: string
  scheme: Named<typeof SEAL_SCHEMES>
  result: string
  issuedOn: string | null
  validUntil: string | null
  url: string
}
export type DocumentRow = {
  id: string
  kind: Named<typeof DOCUMENT_KINDS>
  url: string | null
  body: string
  versionLabel: string
  retrievedOn: string | null
  visibility: Named<typeof VISIBILITIES>
  sha256: string | null
  /** Where the document itself lies here. */
  file: { name: string; bytes: number } | null
}
