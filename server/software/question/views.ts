import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { cleanText, slugOf } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import type { Use } from '../products/contract.ts'
import { PARAMS } from './contract.ts'
import { answerTo, asQuery, isAsked, questionIn } from './rules.ts'
import * as sql from './sql.ts'

const LIKE = 6

type Known = {
  product: { name: string; hasOpenCase: boolean }
  uses: Use[]
  form: string | null
  hasSchool: boolean
}

/** The answer for a page that has the product and its uses already; null where nobody has asked. */
export function answerFor({ product, uses, form, hasSchool }: Known, asked: URLSearchParams) {
  if (!isAsked(asked)) return null
  const question = questionIn(asked)
  return { question, ...answerTo(question, uses, { ...product, form, hasSchool }) }
}

/** Who uses it already, and how the reader's own schools stand. Names of schools are for those who are signed in. */
export async function useOf(actor: Actor | null, productId: string) {
  const isKnown = may.seeForSchools(actor, {})
  const used = await sql.findUse(productId, actor && isKnown ? schoolsOf(actor) : [])
  return { ...used, names: isKnown ? used.names : [] }
}

/**
 * Where the question form leads: to the page of the product that was named, with the question, or to what could have
 * been meant.
 *
 * @throws TooMany as the search does
 */
export async function askedFor(
  by: { actor: Actor | null; network: string },
  asked: URLSearchParams,
) {
  const name = cleanText(asked.get(PARAMS.app) ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LIMITS.name.max)
    .toWellFormed()
  const question = questionIn(asked)
  if (name === '') return { name, question, found: null, like: [] }
  await spend('search', by.actor?.id ?? by.network)
  const addressOf = ({ slug }: { slug: string }) =>
    `${paths.product(slug)}?${asQuery(question)}#antwort`
  const found = await sql.findNamed(name, slugOf(name, 100))
  if (found) return { name, question, found: addressOf(found), like: [] }
  const like = await sql.listLike(name, LIKE)
  return {
    ...{ name, question, found: null },
    like: like.map((one) => ({ name: one.name, path: addressOf(one) })),
  }
}
