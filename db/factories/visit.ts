import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { ClassroomOffers, ClassroomVisitors, ClassroomVisits } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')
const STARTS = new Date('2099-03-02T08:00:00Z')
const ENDS = new Date('2099-03-02T08:45:00Z')

/** An open classroom without slots. */
export function anOffer(
  given: { hostId: string; schoolId: string } & Partial<Insertable<ClassroomOffers>>,
) {
  return db()
    .insertInto('classroomOffers')
    .values({
      topic: `Stunde ${numbered('offer')}`,
      subject: 'mathematics',
      visibility: 'network',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A slot far away, with one seat. */
export function aSlot(given: { offerId: string; seats?: number; startsAt?: Date; endsAt?: Date }) {
  return db()
    .insertInto('classroomSlots')
    .values({ startsAt: STARTS, endsAt: ENDS, seats: 1, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A visit that is agreed, without visitors. */
export function aVisit(
  given: { hostId: string; hostSchoolId: string } & Partial<Insertable<ClassroomVisits>>,
) {
  return db()
    .insertInto('classroomVisits')
    .values({
      lesson: `Besuch ${numbered('visit')}`,
      state: 'accepted',
      startsAt: STARTS,
      endsAt: ENDS,
      createdBy: given.hostId,
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function aVisitor(
  given: { visitId: string; personId: string; schoolId: string } & Partial<
    Insertable<ClassroomVisitors>
  >,
) {
  return db().insertInto('classroomVisitors').values(given).returningAll().executeTakeFirstOrThrow()
}

type Around = {
  lead: { id: string }
  school: { id: string }
  plg: { id: string }
  ids: (kind: string) => string[]
}

/**
 * Among the grown things of a neighbourhood: so many open classrooms of the lead with a slot each, so many slots of
 * the first, so many visits to it inside the PLG, and all persons as visitors of the first visit.
 */
export async function visitsAmong({ lead, school, plg, ids }: Around): Promise<void> {
  const offers = ids('classroom-offer')
  const visits = ids('classroom-visit')
  const common = { createdAt: LONG_AGO, changedAt: LONG_AGO }
  await db()
    .insertInto('classroomOffers')
    .values(
      offers.map((id, i) => ({
        ...{ id, hostId: lead.id, schoolId: school.id, topic: `Bruch ${i}`, ...common },
        ...{ subject: 'mathematics', visibility: 'network', clientKey: id },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const slots = offers.map((_, i) => ({
    ...{ offerId: offers[0] ?? '', seats: 20, taken: 1 },
    startsAt: new Date(STARTS.getTime() + i * 86_400_000),
    endsAt: new Date(ENDS.getTime() + i * 86_400_000),
  }))
  const firstOfEach = offers.slice(1).map((offerId) => ({
    ...{ offerId, seats: 2, taken: 0, startsAt: STARTS, endsAt: ENDS },
  }))
  await db()
    .insertInto('classroomSlots')
    .values([...slots, ...firstOfEach])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id: slotId } = await db()
    .selectFrom('classroomSlots')
    .where('offerId', '=', offers[0] ?? '')
    .select('id')
    .orderBy('startsAt')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('classroomVisits')
    .values(
      visits.map((id, i) => ({
        ...{ id, slotId, plgId: plg.id, hostId: lead.id, hostSchoolId: school.id, ...common },
        ...{ lesson: `Bruch ${i}`, state: 'accepted', startsAt: STARTS, endsAt: ENDS },
        ...{ createdBy: lead.id, clientKey: id },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const first = visits[0] ?? ''
  await db()
    .insertInto('classroomVisitors')
    .values(
      ids('person').flatMap((personId, i) => [
        { visitId: first, personId, schoolId: school.id },
        ...(i > 0 ? [{ visitId: visits[i] ?? first, personId, schoolId: school.id }] : []),
      ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
