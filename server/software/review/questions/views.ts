import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { hashOf, linkState } from './rules.ts'
import * as sql from './sql.ts'
import type { LinkState } from './words.ts'

/** What a vendor sees behind the link: the question alone, nothing of the case. A GET uses nothing up. */
export async function vendorPage(token: string) {
  const question = await sql.findByToken(hashOf(token))
  const state: LinkState = linkState(question, localDayOf(now()))
  if (!question || state !== 'open') return { state, question: null }
  const { app, text, dueOn } = question
  return { state, question: { app, text, dueOn } }
}
