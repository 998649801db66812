/** When a notification also becomes a mail: collected once a day, soon, or never. Later issues add levels here. */
export type MailWish = 'digest' | 'soon' | 'none'

export const AGES = ['today', 'this_week', 'older'] as const
export type Age = (typeof AGES)[number]

/** One line of the bell. */
export type BellLine = {
  id: string
  sentence: string
  /** Where the thing belongs, e.g. the name of its PLG. */
  context: string
  path: string
  at: Date
  isRead: boolean
}
