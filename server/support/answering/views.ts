import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { slugOf } from '#server/platform/text.ts'
import { findCall } from '../calls/sql.ts'
import { numberIn, paths } from '../paths.ts'

/**
 * The call that an idea is to answer, for those who write it.
 *
 * @param address its number, or an address that begins with it
 * @returns undefined when there is none that can be answered now
 */
export async function answerableCall(actor: Actor, address: string) {
  const number = numberIn(address)
  if (number === 0 || !isConfirmed(actor)) return undefined
  const at = now()
  const row = await findCall(number, actor.id, at)
  const isOver = row !== undefined && row.closesOn !== null && row.closesOn < localDayOf(at)
  if (row?.state !== 'published' || isOver) return undefined
  const { id, title } = row
  return { id, number, title, path: paths.call({ number, slug: slugOf(title) }) }
}
