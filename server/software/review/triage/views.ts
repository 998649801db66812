import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged } from '#server/platform/paging.ts'
import { may } from '../policy.ts'
import { listUses } from '../sql.ts'
import { seenCase } from '../views.ts'
import { TRIAGE_PAGE } from './contract.ts'
import * as sql from './sql.ts'

/** The table on which proposals wait for somebody to look through them. */
export async function triageFor(actor: Actor, page: number) {
  authorize(may.triage, actor, {})
  const asked = { size: TRIAGE_PAGE, offset: (page - 1) * TRIAGE_PAGE }
  const { rows, total } = await sql.listTriage(asked)
  return { now: now(), ...paged(rows, total, page, TRIAGE_PAGE) }
}

/** One proposal on that table. */
export async function triageCaseFor(actor: Actor, number: number) {
  authorize(may.triage, actor, {})
  const row = await seenCase(actor, number)
  const uses = await listUses(row.id, row.productId)
  const { id, slug, app, website, state, reason, priority, outcome, outcomeNote } = row
  const { purpose, neededBy, school, requester, schools, log, submittedAt } = row
  return {
    case: {
      ...{ id, number, slug, app, website, state, reason, priority, outcome, outcomeNote },
      ...{ purpose, neededBy, school, requester, schools, log, submittedAt },
    },
    ...{ uses, canWork: may.work(actor, row), now: now() },
  }
}
