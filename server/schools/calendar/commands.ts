import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { schoolBySlug } from '../views.ts'
import { schoolYearOf, spanOf } from './contract.ts'
import type { FreeDayInput } from './inputs.ts'
import { may } from './policy.ts'
import { faultOf } from './rules.ts'
import * as sql from './sql.ts'

/** Writes down a beweglicher Ferientag; the same day again gets the new name. */
export function setFreeDay(actor: Actor, slug: string, input: FreeDayInput): Promise<void> {
  return transaction(async () => {
    const school = await ownSchool(actor, slug)
    const { from, to } = spanOf(schoolYearOf(input.day))
    const year = await sql.listOfSchool(school.id, from, to)
    const fault = faultOf(
      input.day,
      localDayOf(now()),
      year.map(({ day }) => day),
    )
    if (fault) throw new Refusal(fault, 'day')
    await sql.saveDay({ schoolId: school.id, ...input, setBy: actor.id })
  })
}

/** @returns the name it had, so that it can be brought back; null when it was gone already */
export function removeFreeDay(actor: Actor, slug: string, day: string): Promise<string | null> {
  return transaction(async () => {
    const school = await ownSchool(actor, slug)
    return (await sql.removeDay(school.id, day))?.name ?? null
  })
}

async function ownSchool(actor: Actor, slug: string) {
  const school = existing(await schoolBySlug(slug))
  authorize(may.setFreeDays, actor, school)
  await sql.lockSchool(school.id)
  return school
}
