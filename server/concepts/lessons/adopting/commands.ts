import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { changingConcept } from '../../commands.ts'
import { lessonAdopted } from '../../events.ts'
import { paths } from '../../paths.ts'
import { may as mayConcept } from '../../policy.ts'
import { may } from '../policy.ts'
import { findByKey, lockLesson } from '../sql.ts'
import { factsOf, lessonAt, lessonNumber } from '../views.ts'
import { words } from '../words.ts'
import * as sql from './sql.ts'

type Wanted = { conceptId: string; clientKey: string }

/**
 * "In unser Konzept übernehmen": a copy that says where it comes from, under the same licence. The same key again is the
 * same copy, and a school takes the same one once. @returns its address
 */
export async function adoptLesson(actor: Actor, param: string, { conceptId, clientKey }: Wanted) {
  await spend('documents', actor.id)
  await lessonAt(actor, param)
  return changingConcept(
    actor,
    { id: conceptId },
    mayConcept.adopt,
    async ({ school }, tell, publish) => {
      // Nobody withdraws it while it is copied.
      await lockLesson(lessonNumber(param) ?? 0)
      const row = await lessonAt(actor, param)
      authorize(may.adopt, actor, factsOf(row))
      if (row.schoolId === school.id) throw new Refusal(words.ownSchool, 'conceptId')
      const copy = { schoolId: school.id, personId: actor.id, at: now(), clientKey }
      const made = await sql.insertCopy(row.id, copy)
      if (!made) {
        const known = await findByKey(actor.id, clientKey)
        if (!known) throw new Refusal(words.already, 'conceptId')
        return paths.lesson(existing(known).number)
      }
      await tell({ thingKind: 'lesson', thingId: made.id, what: 'lesson.adopted' })
      publish(lessonAdopted({ lessonId: made.id, fromLessonId: row.id, schoolId: school.id }))
      return paths.lesson(made.number)
    },
  )
}

type Use = { schoolId: string; schoolYear: string }

/** "Verwendet an": once a school and year; said again, the note is the new one. */
export function sayUse(
  actor: Actor,
  param: string,
  { schoolId, schoolYear, note }: Use & { note: string },
) {
  return transaction(async () => {
    const row = await lessonAt(actor, param)
    authorize(may.sayUse, actor, { ...factsOf(row), atSchool: schoolId })
    const said = { saidBy: actor.id, saidAt: now() }
    await sql.putUse({ lessonId: row.id, schoolId, schoolYear, note, ...said })
  })
}

export function forgetUse(actor: Actor, param: string, { schoolId, schoolYear }: Use) {
  return transaction(async () => {
    const row = await lessonAt(actor, param)
    authorize(may.sayUse, actor, { ...factsOf(row), atSchool: schoolId })
    await sql.deleteUse({ lessonId: row.id, schoolId, schoolYear })
  })
}
