export const QUESTIONS_PER_PAGE = 20
/** So many stand on the page of the product itself. */
export const NEWEST_QUESTIONS = 3
export const QUESTION_LENGTH = { min: 3, max: 4000 } as const

export type Answer = {
  id: string
  text: string
  at: string
  /** Given by the officer for data protection as such. */
  isOfficial: boolean
  author: string | null
  canDelete: boolean
}

export type Question = {
  id: string
  text: string
  at: Date
  author: string | null
  canDelete: boolean
  answers: Answer[]
  /** What makes an answer to it one answer, however often its form is sent. */
  answerKey: string
}
