import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { insideOf } from '#server/plg/views.ts'
import { visitAgreed, visitRequested } from '../events.ts'
import { periodOf } from '../rules.ts'
import { findByKey, insertVisit, insertVisitors } from '../sql.ts'
import { refusals } from '../words.ts'
import type { AgreeInput } from './inputs.ts'
import * as sql from './sql.ts'

/**
 * A visit inside a PLG, without an offer. By its host it is agreed at once; by a visitor it waits for the host, who
 * alone decides who comes. The same form again is the same visit. @returns its number
 */
export async function agreeVisit(actor: Actor, slug: string, input: AgreeInput): Promise<number> {
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const { plg, proof } = await insideOf(actor, { slug })
    const at = now()
    const period = futurePeriod(input, at)
    const { host, visitors } = peopleOf(actor, input, await sql.listMembers(proof))
    const guests = visitors.map(({ personId }) => personId)
    if (await sql.isHeadAmong(host.schoolId, guests, at))
      throw new Refusal(refusals.asHead, 'visitors')
    const byHost = host.personId === actor.id
    const made = await insertVisit({
      ...{ plgId: plg.id, hostId: host.personId, hostSchoolId: host.schoolId },
      ...{ lesson: input.lesson, ...period, state: byHost ? 'accepted' : 'requested' },
      ...{ createdBy: actor.id, createdAt: at, changedAt: at, clientKey: input.clientKey },
    })
    if (!made) return existing(await findByKey(actor.id, input.clientKey)).number
    await insertVisitors(
      visitors.map(({ personId, schoolId }) => ({ visitId: made.id, personId, schoolId })),
    )
    const news = { visitId: made.id, actorId: actor.id }
    publish(byHost ? visitAgreed(news) : visitRequested(news))
    return made.number
  })
}

function futurePeriod(input: AgreeInput, at: Date) {
  const period = periodOf(input)
  if (!period) throw new Refusal(refusals.endsFirst, 'to')
  if (period.startsAt <= at) throw new Refusal(refusals.isPast, 'day')
  return period
}

type Member = { personId: string; schoolId: string }

/** Somebody may have left while the form was open. */
function peopleOf(actor: Actor, { hostId, visitors }: AgreeInput, members: Member[]) {
  const known = new Map(members.map((member) => [member.personId, member]))
  const host = known.get(hostId)
  if (!host) throw new Refusal(refusals.notInPlg, 'hostId')
  if (visitors.length === 0) throw new Refusal(refusals.noVisitor, 'visitors')
  if (visitors.includes(hostId)) throw new Refusal(refusals.hostVisits, 'visitors')
  if (hostId !== actor.id && !visitors.includes(actor.id))
    throw new Refusal(refusals.withoutYou, 'visitors')
  const guests = visitors.flatMap((id) => known.get(id) ?? [])
  if (guests.length < visitors.length) throw new Refusal(refusals.notInPlg, 'visitors')
  return { host, visitors: guests }
}
