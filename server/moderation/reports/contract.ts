export const LONGEST = { reason: 2_000, answer: 2_000 }

/** What was reported, as far as the reader may know it. */
export type ReportedThing = {
  word: string
  /** Only when the reader may open the thing; a closed PLG stays closed to the desk as well. */
  card: { title: string; context: string; path: string } | null
}

export type DeskReport = {
  id: string
  thing: ReportedThing
  reason: string
  reporter: string
  at: Date
}

export type HandledReport = DeskReport & { answer: string; handledAt: Date; handledBy: string }

/** A report as the person who sent it sees it. */
export type OwnReport = {
  id: string
  reason: string
  at: Date
  answer: string
  handledAt: Date | null
}
