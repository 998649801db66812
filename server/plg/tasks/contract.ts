export const LIMITS = { text: 500 } as const
export const OPEN_SHOWN = 100
export const DONE_SHOWN = 20

export type TaskLine = {
  id: string
  text: string
  assignee: string | null
  dueOn: string | null
  isLate: boolean
  isOwn: boolean
  isDone: boolean
}
