import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { existing, type Rule } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { agreementsOf } from '../agreements/views.ts'
import { onTalk } from '../commands.ts'
import { talkAgreed, talkSigned } from '../events.ts'
import { may, sideOf, type TalkFacts } from '../policy.ts'
import { reflectionsOf } from '../reflection/views.ts'
import { updateTalk } from '../sql.ts'
import { refusals, talkTitle } from '../words.ts'
import type { SignInput } from './inputs.ts'
import * as sql from './sql.ts'

const sign: Rule<TalkFacts> = (actor, facts) =>
  may.signSchool(actor, facts) || may.signAuthority(actor, facts)

/**
 * Signs what was read. Has anything changed since, nothing is signed; what changes later voids both signatures. With the
 * second one the talk is agreed: the database does that, so that two who sign at once both count.
 */
export function signTalk(actor: Actor, param: string, { content }: SignInput): Promise<void> {
  return onTalk(actor, param, sign, async ({ row, facts, at }, publish) => {
    if (row.content !== content) throw new Refusal(refusals.contentChanged)
    const side = existing(sideOf(actor, facts) ?? undefined)
    const before = await sql.listSignatures(row.id)
    if (before.some((one) => one.side === side)) return
    await sql.insertSignature({ talkId: row.id, side, content, personId: actor.id, signedAt: at })
    const news = { talkId: row.id, actorId: actor.id }
    if (before.length > 0) publish(talkAgreed(news))
    else publish(talkSigned({ ...news, to: side === 'school' ? 'authority' : 'school' }))
    await record(actor, {
      ...{ action: 'talks.signed', thingKind: 'equipment-talk', thingId: row.id },
      details: { side, content },
    })
  })
}

const LONGEST = { benefit: 2000, nextStep: 1000 }

/** The result becomes an entry of the concept's log, by reference and only if the school wants it (R33-8). */
export function takeOverResult(actor: Actor, param: string): Promise<void> {
  return onTalk(actor, param, may.takeOver, async ({ row, at }) => {
    const concept = await sql.findConcept(row.schoolId)
    if (!concept) throw new Refusal(refusals.noConcept)
    const [agreements, reflections] = await Promise.all([
      agreementsOf(row.id),
      reflectionsOf(row.id),
    ])
    const own = agreements.filter(({ owner }) => owner === 'school').map(({ text }) => text)
    const conclusions = reflections.map(({ conclusion }) => conclusion).filter(Boolean)
    await sql.insertEntry({
      ...{ conceptId: concept.id, talkId: row.id, authorId: actor.id, at },
      day: localDayOf(row.heldAt ?? at),
      what: talkTitle(row),
      benefit: conclusions.join('\n').slice(0, LONGEST.benefit),
      nextStep: own.join('\n').slice(0, LONGEST.nextStep),
    })
    await updateTalk(row.id, { takenOverAt: at, takenOverBy: actor.id })
  })
}
