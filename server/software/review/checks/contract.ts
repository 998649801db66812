export const ANSWERS = ['yes', 'partly', 'no', 'unknown', 'not_applicable'] as const
export type Answer = (typeof ANSWERS)[number]

/** A file that something rests on: its bytes are those with this fingerprint. */
export type ProofFile = { id: string; name: string; bytes: number; sha256: string }

export type Evidence = {
  id: string
  url: string
  quote: string
  retrievedOn: string
  /** What kind of document, and where its file is to be had. */
  document: string | null
  documentAt: { slug: string; id: string } | null
  file: ProofFile | null
}

/** A point of the catalogue with what was answered. */
export type CheckPoint = {
  id: string
  area: string
  question: string
  goodAnswer: string
  /** The sentence that stops a positive opinion for pupils. */
  knockOut: string | null
  isShort: boolean
  answer: Answer | null
  comment: string
  by: string | null
  evidence: Evidence[]
  /** What stood there when the page was made. */
  seen: string
}

/** Ids of the catalogue, as forms send them. */
export const CRITERION_IDS = Array.from(
  { length: 60 },
  (_, at) => `C${String(at + 1).padStart(2, '0')}`,
)
