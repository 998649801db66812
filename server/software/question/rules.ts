import { DEVICE_SCENARIOS, PUPIL_ACCOUNTS } from '../contract.ts'
import type { Use } from '../products/contract.ts'
import { formatDay } from '../rules.ts'
import { STANDINGS, type StandingName } from '../standing/contract.ts'
import { isWithin } from '../standing/rules.ts'
import { type Answer, type Difference, DIFFERENCES, PARAMS, type Question } from './contract.ts'
import { askedWords, leads, noMatch, sentences, someSchools } from './words.ts'

type Product = { name: string; hasOpenCase: boolean; form: string | null; hasSchool: boolean }

const differences: Record<Difference, (use: Use, asked: Question, form: string | null) => boolean> =
  {
    device: (use, { device }) => device !== null && use.device !== device,
    account: (use, { account }) => account !== null && use.account !== account,
    grade: (use, { grade }) => !holds(use, null, grade),
    form: (use, _, form) => !holds(use, form, null),
  }

/** Both the use and what was decided about it have to reach that far. */
const holds = ({ scope, release }: Use, form: string | null, grade: number | null) =>
  isWithin(scope, form, grade) && (!release || isWithin(release.scope, form, grade))

/** In what this use is not the one that was asked for. */
export const differencesOf = (use: Use, asked: Question, form: string | null): Difference[] =>
  DIFFERENCES.filter((one) => differences[one](use, asked, form))

const rank = (name: StandingName) => STANDINGS.indexOf(name)
const isSaid = ({ standing }: Use) => standing !== 'not_reviewed' && standing !== 'in_review'

/**
 * Answers "Darf ich X in Klasse 6 auf Schul-iPads nutzen?" in a sentence. Of several uses that fit, the one that helps
 * most; where none fits, nothing is decided, whatever holds elsewhere.
 */
export function answerTo(asked: Question, uses: Use[], product: Product): Answer {
  const known = uses.map((use) => ({ use, differs: differencesOf(use, asked, product.form) }))
  const fitting = known
    .filter(({ differs }) => differs.length === 0)
    .map(({ use }) => use)
    .toSorted((one, other) => rank(one.standing) - rank(other.standing))
  const [use] = fitting
  const others = known.filter((one) => one.use !== use && isSaid(one.use))
  if (use) return { ...said(asked, use, product), others }
  const decided = others.length > 0
  const standing = product.hasOpenCase ? 'in_review' : 'not_reviewed'
  if (!decided) return { ...plain(standing, asked, product), others }
  return {
    ...plain('not_reviewed', asked, product),
    lead: noMatch.lead,
    sentence: noMatch.sentence(product.name, whereOf(asked)),
    others,
  }
}

const whereOf = (asked: Question) => {
  const words = askedWords(asked)
  return words && ` ${words}`
}

const plain = (standing: StandingName, asked: Question, { name }: Product) => ({
  lead: leads[standing],
  sentence: sentences[standing]({
    ...{ name, where: whereOf(asked), until: '', label: '', graceText: '', reason: '' },
  }),
  standing,
  matches: false,
  use: null,
  conditions: [],
})

function said(asked: Question, use: Use, { name, hasSchool }: Product) {
  const { standing, until, label, opinion, release, endReason } = use
  const sentence = sentences[standing]({
    ...{ name, label, reason: endReason, where: whereOf(asked) },
    until: untilWords(standing, until),
    graceText: opinion?.graceText ?? '',
  })
  const isUnsure = release?.isForSome === true && !hasSchool && standing !== 'expired'
  return {
    lead: isUnsure ? someSchools.lead : leads[standing],
    sentence: `${sentence} ${limitWords(use, hasSchool)}`.trim(),
    standing,
    matches: true,
    use,
    conditions: standing === 'expired' ? [] : (release?.conditions ?? []),
  }
}

function limitWords({ release, isElsewhere }: Use, hasSchool: boolean): string {
  if (isElsewhere) return someSchools.others
  if (!release?.isForSome) return ''
  return hasSchool ? someSchools.own : someSchools.unknown
}

function untilWords(standing: StandingName, until: string | null): string {
  if (until === null) return ''
  return standing === 'expired' ? ` am ${formatDay(until)}` : `, gültig bis ${formatDay(until)}`
}

const oneOf = <Value extends string>(values: readonly Value[], given: string | null) =>
  values.find((value) => value === given) ?? null

/** Reads the question in an address; nonsense asks for nothing in particular. */
export function questionIn(asked: URLSearchParams): Question {
  const grade = Number(asked.get(PARAMS.grade) ?? '')
  return {
    grade: Number.isInteger(grade) && grade >= 1 && grade <= 13 ? grade : null,
    device: oneOf(DEVICE_SCENARIOS, asked.get(PARAMS.device)),
    account: oneOf(PUPIL_ACCOUNTS, asked.get(PARAMS.account)),
  }
}

/** Has somebody asked at all? */
export const isAsked = (asked: URLSearchParams): boolean =>
  [PARAMS.grade, PARAMS.device, PARAMS.account].some((name) => asked.has(name))

/** The question as the query of an address. */
export function asQuery({ grade, device, account }: Question): string {
  const query = new URLSearchParams({
    [PARAMS.grade]: grade === null ? '' : String(grade),
    [PARAMS.device]: device ?? '',
  })
  if (account) query.set(PARAMS.account, account)
  return query.toString()
}
