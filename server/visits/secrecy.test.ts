import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { anOffer, aSlot } from '#db/factories/visit.ts'
import '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Conflict, Forbidden, NotFound, Refusal, TooMany } from '#server/platform/errors.ts'
import {
  acceptVisit,
  cancelVisit,
  declineVisit,
  holdVisit,
  prepareVisit,
  removeVisit,
  restoreVisit,
  shareVisit,
  writeDebrief,
  writeObservation,
} from './commands.ts'
import { SHARING } from './contract.ts'
import { requestSlot } from './offers/commands.ts'
import { decideRelease } from './releases/commands.ts'
import { visitFor, visitThings } from './views.ts'

const SECRET = 'NURFUERUNS'
const SEATS = 2

const schoolOf = (actor: Actor) => actor.memberships[0]?.schoolId ?? ''

/** One lesson with two seats inside a PLG, and everybody who might want to know of it. */
async function aWorld() {
  const plg = await aPlg()
  const host = await anActor()
  const guests = [await anActor(), await anActor(), await anActor()]
  const member = await anActor()
  for (const one of [host, ...guests, member])
    await aMember({ plgId: plg.id, personId: one.id, schoolId: schoolOf(one) })
  const heads = await Promise.all(
    [host, ...guests].map((one) => anActor('principal', { schoolId: schoolOf(one) })),
  )
  const others = [await anActor(), await anActor('smz_staff'), await anActor('operator')]
  const offer = await anOffer({
    ...{ hostId: host.id, schoolId: schoolOf(host), visibility: 'plg', plgId: plg.id },
  })
  const slot = await aSlot({ offerId: offer.id, seats: SEATS })
  const schools = await db().selectFrom('schools').select(['id', 'slug']).execute()
  const everybody: Actor[] = [host, ...guests, member, ...heads, ...others]
  return { host, plgPeople: new Set([host, ...guests, member]), everybody, offer, slot, schools }
}
type World = Awaited<ReturnType<typeof aWorld>>

const visitsOf = (world: World) =>
  db()
    .selectFrom('classroomVisits')
    .where('hostId', '=', world.host.id)
    .selectAll()
    .orderBy('number')
    .execute()
const visitorsOf = (visitId: string) =>
  db().selectFrom('classroomVisitors').where('visitId', '=', visitId).selectAll().execute()

const ACTS = [
  ...['request', 'accept', 'decline', 'cancel', 'prepare', 'begin', 'hold', 'observe'],
  ...['debrief', 'share', 'remove', 'restore', 'release'],
] as const
type Step = { act: (typeof ACTS)[number]; who: number; which: number; choice: number }

async function take(world: World, { act, who, which, choice }: Step): Promise<void> {
  const actor = world.everybody[who % world.everybody.length] ?? world.host
  if (act === 'request') {
    const form = { clientKey: randomUUID(), slotId: world.slot.id, schoolId: undefined }
    await requestSlot(actor, String(world.offer.number), form)
    return
  }
  const visits = await visitsOf(world)
  const visit = visits[which % Math.max(1, visits.length)]
  if (!visit) return
  const { version } = visit
  const nr = String(visit.number)
  const [visitor] = await visitorsOf(visit.id)
  const acts: Record<Exclude<typeof act, 'request'>, () => Promise<unknown>> = {
    accept: () => acceptVisit(actor, nr, { version }),
    decline: () => declineVisit(actor, nr, { version }),
    cancel: () => cancelVisit(actor, nr),
    prepare: () => prepareVisit(actor, nr, { version, focus: SECRET }),
    // Nobody's act: time goes by.
    begin: () =>
      db()
        .updateTable('classroomVisits')
        .set({ startsAt: new Date('2026-01-01T08:00:00Z') })
        .where('id', '=', visit.id)
        .execute(),
    hold: () => holdVisit(actor, nr, { version }),
    observe: () => writeObservation(actor, nr, { observation: SECRET }),
    debrief: () => writeDebrief(actor, nr, { version, debrief: SECRET }),
    share: () => shareVisit(actor, nr, { version, shareWith: SHARING[choice % 3] ?? 'pair' }),
    remove: () => removeVisit(actor, nr, { version }),
    restore: () => restoreVisit(actor, nr),
    release: () =>
      decideRelease(actor, world.schools.find(({ id }) => id === visitor?.schoolId)?.slug ?? '', {
        visitId: visit.id,
        personId: visitor?.personId ?? '',
        release: 'granted',
        reason: '',
      }),
  }
  await acts[act]()
}

/** Who may read, put together from the rows and not from the policy. */
async function readersOf(world: World, visit: Awaited<ReturnType<typeof visitsOf>>[number]) {
  if (visit.deletedAt !== null) return new Set<string>()
  const readers = new Set([world.host.id])
  if (visit.shareWith !== 'none')
    for (const { personId } of await visitorsOf(visit.id)) readers.add(personId)
  if (visit.shareWith === 'plg') for (const { id } of world.plgPeople) readers.add(id)
  return readers
}

async function look(world: World): Promise<void> {
  const visits = await visitsOf(world)
  const live = visits.filter(({ state }) => !['declined', 'cancelled'].includes(state))
  const { taken } = await db()
    .selectFrom('classroomSlots')
    .where('id', '=', world.slot.id)
    .select('taken')
    .executeTakeFirstOrThrow()
  expect(taken).toBe(live.length)
  expect(taken).toBeLessThanOrEqual(SEATS)
  for (const visit of visits) {
    const readers = await readersOf(world, visit)
    for (const actor of world.everybody) {
      const cards = JSON.stringify(await visitThings(actor, [visit.id]))
      expect(cards).not.toContain(SECRET)
      if (readers.has(actor.id)) continue
      const view = await visitFor(actor, String(visit.number)).catch((error: unknown) => {
        expect(error).toBeInstanceOf(NotFound)
        return null
      })
      expect(JSON.stringify(view)).not.toContain(SECRET)
    }
  }
}

const isNo = (error: unknown) =>
  [Forbidden, NotFound, Refusal, Conflict, TooMany].some((kind) => error instanceof kind)

const aStep = fc.record({
  act: fc.constantFrom(...ACTS),
  // Host and guests act more often than those who only try.
  who: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(11) }),
  which: fc.nat(5),
  choice: fc.nat(2),
})
const asked: Step[] = [
  { act: 'request', who: 1, which: 0, choice: 0 },
  { act: 'accept', who: 0, which: 0, choice: 0 },
  { act: 'prepare', who: 0, which: 0, choice: 0 },
  { act: 'begin', who: 0, which: 0, choice: 0 },
]

test('whatever people try, nobody outside reads a word, and no seat is given twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 6, maxLength: 24 }), async (steps) => {
      const world = await aWorld()
      for (const step of [...asked, ...steps]) {
        try {
          await take(world, step)
        } catch (error) {
          if (!isNo(error)) throw error
        }
      }
      await look(world)
    }),
    { numRuns: 12, endOnFailure: true },
  )
}, 120_000)
