import { auditWords } from './words.ts'

/** What network goals and strategic goals add to the area. */
export const aims = { auditWords }
