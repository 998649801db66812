import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { schoolChoices, schoolNames } from '#server/schools/views.ts'
import { isAuthority, may } from './policy.ts'
import { schoolFor, standingOf } from './stock/views.ts'

/**
 * "Ausstattung": what the actor's school is entitled to, has and lacks. The Amt chooses a school, everybody else has
 * their own; who has none reads the standard.
 */
export async function equipmentFor(actor: Actor, asked: string | null) {
  const isOffice = isAuthority(actor)
  const own = [...(await schoolNames(schoolsOf(actor))).values()]
  const choices = isOffice ? await schoolChoices() : own
  const slug = asked ?? (isOffice ? undefined : own[0]?.slug)
  const school = slug === undefined ? null : await schoolFor(actor, slug)
  const facts = { schoolId: school?.id ?? '' }
  return {
    isOffice,
    choices: choices.map(({ slug: value, name }) => ({ value, label: name })),
    school,
    state: school && (await standingOf(school)),
    can: { manage: isOffice, count: may.count(actor, facts), need: may.need(actor, facts) },
  }
}
