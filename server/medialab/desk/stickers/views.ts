import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { bookingNumber, paths } from '../../paths.ts'
import { may as mayInLab } from '../../policy.ts'
import { may } from '../policy.ts'
import { codeIn } from '../rules.ts'
import { findLab, findThing } from '../sql.ts'
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
  const place = await sql.findPlace(thing.resourceId)
  const card = {
    ...{ code: thing.code, name: thing.name, offer: thing.offer },
    ...{ owner: place?.owner ?? '', phone: place?.phone ?? '' },
  }
  if (!actor) return { kind: 'visitor', card } as const
  const own = await sql.listOwn(actor.id, thing)
  const [first] = own
  return {
    kind: 'reader',
    ...{ card, address: place?.address ?? '', summary: place?.summary ?? '' },
    offerPath: mayInLab.see(actor, { state: thing.offerState })
      ? paths.offer(place?.slug ?? '')
      : null,
    own: first
      ? {
          number: bookingNumber(first),
          ...{ state: first.state, startsAt: first.startsAt, endsAt: first.endsAt },
          ...{ isLoan: first.isLoan, path: paths.booking(bookingNumber(first)) },
        }
      : null,
    canReport: own.some(
      (one) => one.hasIt && may.report(actor, { booking: one, state: one.state }),
    ),
    ...{ now: now(), clientKey: randomUUID() },
  } as const
}
