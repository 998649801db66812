import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { bookingNumber, paths } from '../../paths.ts'
import { may as mayInLab } from '../../policy.ts'
import { may } from '../policy.ts'
import { codeIn } from '../rules.ts'
import { findLab, findThing, type ThingRow } from '../sql.ts'
import { deskWords } from '../words.ts'
import * as sql from './sql.ts'

/**
 * What somebody sees who opens a sticker: the SMZ is led to the counter, a teacher reads what it is and can report a
 * problem of their own loan, a visitor only whom to call.
 */
export async function stickerFor(actor: Actor | null, typed: string) {
  const code = codeIn(typed)
  if (actor && code && may.stand(actor, {})) return { kind: 'counter', code } as const
  const thing = code ? await findThing(code) : undefined
  if (!thing) {
    const lab = await findLab()
    const shown = code ?? typed.slice(0, 24)
    return {
      kind: 'unknown',
      ...{ sentence: deskWords.unknownCode(shown), phone: lab?.phone ?? '' },
    } as const
  }
  const place = existing(await sql.findPlace(thing.resourceId))
  const { code: shown, name, offer } = thing
  const card = { code: shown, name, offer, owner: place.owner, phone: place.phone }
  return actor ? readerView(actor, thing, { place, card }) : ({ kind: 'visitor', card } as const)
}

type Place = NonNullable<Awaited<ReturnType<typeof sql.findPlace>>>
type Card = { code: string; name: string; offer: string; owner: string; phone: string }

/** With the reader's own open booking of it, if there is one. */
async function readerView(
  actor: Actor,
  thing: ThingRow,
  { place, card }: { place: Place; card: Card },
) {
  const own = await sql.listOwn(actor.id, thing)
  const [first] = own
  return {
    kind: 'reader',
    ...{ card, address: place.address, summary: place.summary },
    offerPath: mayInLab.see(actor, { state: thing.offerState }) ? paths.offer(place.slug) : null,
    own: first ? ownOf(first) : null,
    canReport: own.some(
      (one) => one.hasIt && may.report(actor, { booking: one, state: one.state }),
    ),
    ...{ now: now(), clientKey: randomUUID() },
  } as const
}

const ownOf = (date: sql.OwnDate) => ({
  number: bookingNumber(date),
  ...{ state: date.state, startsAt: date.startsAt, endsAt: date.endsAt, isLoan: date.isLoan },
  path: paths.booking(bookingNumber(date)),
})
