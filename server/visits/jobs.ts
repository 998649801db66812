import type { DueWork } from '#server/platform/queue.ts'
import { UNDO_HOURS } from './contract.ts'
import { removeDeletedBefore } from './sql.ts'
import { withdrawGone } from './withdrawal/commands.ts'

/** What a host took away is gone for good after a day. */
export const forgetDeleted: DueWork = {
  name: 'visits.forget-deleted',
  run: (now) => removeDeletedBefore(new Date(now.getTime() - UNDO_HOURS * 3_600_000)),
}

/** A role at a school can be taken back by mistake and given again; after a day it is meant. */
const GRACE_HOURS = 24

/** Hosts who are no longer at the school of their offer. Nobody sees or asks for it from the first moment. */
export const withdrawOfGone: DueWork = {
  name: 'visits.withdraw-of-gone',
  run: (now) => withdrawGone(new Date(now.getTime() - GRACE_HOURS * 3_600_000)),
}
