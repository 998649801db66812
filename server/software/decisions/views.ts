import { now } from '#server/platform/clock.ts'
import * as sql from './sql.ts'

/** Whom a decision about a product reaches: schools that use it, and everybody who would get a message, each once. */
export async function consequencesOf(productId: string) {
  const [schools, persons] = await Promise.all([
    sql.countUsingSchools(productId),
    sql.countTold(productId, now()),
  ])
  return { schools, persons }
}
