import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { schoolNames } from '#server/schools/views.ts'
import type { AimComment } from '../contract.ts'
import { type AimFacts, may, readsComments } from '../policy.ts'
import { isCommented } from '../rules.ts'
import * as sql from './sql.ts'

type Asked = { id: string; commentsUntil: string | null }

/**
 * What schools said to a proposal, as this person reads it, and for which schools they may say something. What the SMZ
 * has hidden is shown to it and to its author.
 */
export async function commentsOf(actor: Actor | null, aim: Asked, facts: AimFacts) {
  const isAsked = facts.state === 'draft' && isCommented(aim.commentsUntil, localDayOf(now()))
  if (!readsComments(actor, facts)) return { isAsked, list: [], schools: [], canCurate: false }
  const own = schoolsOf(actor).filter((schoolId) =>
    may.comment(actor, { ...facts, schoolId, isCommented: isAsked }),
  )
  const [rows, names] = await Promise.all([sql.listComments(aim.id), schoolNames(own)])
  const canCurate = may.curateComments(actor, {})
  const list = rows.map(({ authorId, createdAt: at, ...row }): AimComment => ({
    ...{ ...row, at },
    isOwn: authorId === actor.id,
  }))
  return {
    isAsked,
    list: list.filter((one) => one.hiddenReason === null || one.isOwn || canCurate),
    schools: [...names].map(([value, { name }]) => ({ value, label: name })),
    canCurate,
  }
}
