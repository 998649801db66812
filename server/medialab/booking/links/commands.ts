import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { bookingNumber } from '../../paths.ts'
import { cancelBooking, restoreBooking } from '../commands.ts'
import { moveDate } from '../moving/commands.ts'
import { linkWords } from '../words.ts'
import type { LinkInput } from './inputs.ts'
import { behindLink } from './views.ts'

/**
 * What somebody does who came by a letter, in the name and with the rights of the person who answers for the booking.
 *
 * @throws Refusal where the link is good for nothing, or the rules say no
 */
export async function actByLink(
  key: string,
  input: LinkInput,
  network: string,
): Promise<'cancelled' | 'moved' | 'restored'> {
  await spend('letterLinks', network)
  const found = await behindLink(key)
  if (!found?.actor) throw new Refusal(found ? linkWords.gone : linkWords.unknown)
  const { row, actor } = found
  const number = bookingNumber(row)
  const { act, version, position } = input
  if (act === 'cancel') {
    await cancelBooking(actor, number, { version, position, reason: '' })
    return 'cancelled'
  }
  if (act === 'restore') {
    await restoreBooking(actor, number, { positions: [position] })
    return 'restored'
  }
  const { day, to, from, until } = input
  if (day === undefined) throw new Refusal('Bitte geben Sie einen Tag an.', 'day')
  const moved = await moveDate(actor, number, position, {
    ...{ version, day, to, from, until, override: '' },
  })
  if (moved.kind === 'refused') throw new Refusal(moved.faults.map((one) => one.sentence).join(' '))
  return 'moved'
}
