import { type Actor, fullName } from '#server/auth/actor.ts'
import { abilities } from '#server/platform/authorize.ts'
import { readableCards } from '#server/platform/things.ts'
import { fittingSchools } from '../founding/views.ts'
import { interestsOf } from '../interests/views.ts'
import { mergedInto, targetOf } from '../merging/views.ts'
import { may } from '../policy.ts'
import { cardOf, ownSchools, seenIdea } from '../views.ts'

/**
 * The page of an idea. What was merged has moved: `movedTo` is the address of the idea it is shown with.
 *
 * @throws NotFound when there is none, or not for this person
 */
export async function ideaFor(actor: Actor, param: string) {
  const { row, facts } = await seenIdea(actor, param)
  const movedTo = row.mergedInto === null ? undefined : await targetOf(row.mergedInto)
  if (movedTo !== undefined) return { movedTo, number: row.number }
  const canSeeFitting = may.seeFitting(actor, facts)
  const [interested, merged, schools, fitting, plg, call] = await Promise.all([
    interestsOf(actor, row.id),
    mergedInto(actor, { ...facts, id: row.id }),
    ownSchools(actor),
    canSeeFitting ? fittingSchools(row) : [],
    placeOf(actor, 'plg', row.plgId),
    placeOf(actor, 'project-call', row.callId),
  ])
  const { join, withdraw, edit, archive, restore, found } = abilities(RULES, actor, facts)
  const hasJoined = interested.some(({ people }) => people.some(({ isSelf }) => isSelf))
  return {
    movedTo: null,
    idea: {
      ...cardOf(row),
      ...{ learnersNeed: row.learnersNeed, technology: row.technology, version: row.version },
      author: authorOf(row),
      school: row.school,
      isOwn: row.authorId === actor.id,
    },
    ...{ interested, merged, schools, fitting, plg, call, hasJoined, canSeeFitting },
    can: {
      ...{ edit, archive, restore, found },
      join: join && !hasJoined,
      withdraw: withdraw && hasJoined,
      merge: may.merge(actor, { source: { state: 'open', authorId: null }, target: facts }),
    },
  }
}

const RULES = {
  join: may.join,
  withdraw: may.withdraw,
  edit: may.edit,
  archive: may.archive,
  restore: may.restore,
  found: may.found,
}

function authorOf({ firstName, lastName }: { firstName: string | null; lastName: string | null }) {
  return firstName === null || lastName === null ? null : fullName({ firstName, lastName })
}

/** The PLG that came of it, or the call it answers, for those who may know of it. */
async function placeOf(actor: Actor, thingKind: 'plg' | 'project-call', thingId: string | null) {
  if (thingId === null) return null
  const cards = await readableCards(actor, [{ thingKind, thingId }])
  const card = cards.get(`${thingKind}:${thingId}`)
  return card ? { title: card.title, path: card.path } : null
}
