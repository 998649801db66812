/** One thing behind a number. Without a path there is no page of it for this reader. */
export type PlaceThing = {
  key: string
  kind: 'cell' | 'lesson' | 'project'
  title: string
  path: string | null
  subjects: string[]
  grades: string[]
  status: string
  lastTaught: string | null
}

/** What others do at a place that is empty here. */
export type Suggestion = {
  kind: 'lesson' | 'project'
  id: string
  number: number
  title: string
  path: string
  context: string
}
