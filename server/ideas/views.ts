import { randomUUID } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { cleanText, slugOf } from '#server/platform/text.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { programmeChoices } from '#server/plg/programmes/views.ts'
import { answerableCall } from '#server/support/answering/views.ts'
import { schoolNames } from '#server/schools/views.ts'
import { type IdeaCard, LIMITS } from './contract.ts'
import { paths } from './paths.ts'
import { type IdeaFacts, may } from './policy.ts'
import { ideaNumber } from './rules.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

/** What is said before anything is looked up: the same for every idea, whether there is one or not. */
export function authorizeVisit(actor: Actor): void {
  if (!may.visit(actor, {})) throw new Forbidden(refusals.notConfirmed)
}

type Row = Pick<sql.IdeaRow, 'state' | 'authorId' | 'isInterested'>

export const factsOf = ({ state, authorId, isInterested }: Row): IdeaFacts => ({
  state,
  authorId,
  isInterested,
})

export const pathOf = ({ number, title }: { number: number; title: string }) =>
  paths.idea({ number, slug: slugOf(title) })

/** An idea by the last part of its address. @throws NotFound when there is none, or not for this person */
export async function seenIdea(actor: Actor, param: string) {
  authorizeVisit(actor)
  const row = existing(await sql.findIdea({ number: ideaNumber(param) ?? 0 }, actor.id))
  const facts = factsOf(row)
  authorizeOrHide(may.see, actor, facts)
  return { row, facts }
}

export function cardOf(row: sql.IdeaRow): IdeaCard {
  const { id, number, title, problem, state, subjects, gradeBands, schoolForms } = row
  const { competencies, topics, programme, schools, createdAt } = row
  return {
    ...{ id, number, title, problem, state, subjects, gradeBands, schoolForms },
    ...{ competencies, topics, programme, schools, createdAt },
    path: pathOf(row),
  }
}

/** One's schools as entries of a select list, by name. */
export async function ownSchools(actor: Actor): Promise<{ value: string; label: string }[]> {
  const ids = schoolsOf(actor)
  const names = ids.length > 0 ? await schoolNames(ids) : []
  return [...names]
    .map(([value, { name }]) => ({ value, label: name }))
    .sort((a, b) => german.compare(a.label, b.label))
}

const german = new Intl.Collator('de')
const SIMILAR = 5

/**
 * The form of a new idea. With a title it also says which ideas are like it: whoever has one of them in mind
 * joins it instead.
 *
 * @param callNumber the call it is to answer
 */
export async function newIdeaFor(actor: Actor, asked: string | null, callNumber = '') {
  authorizeVisit(actor)
  if (!may.create(actor, {})) throw new Forbidden(refusals.mayNotWrite)
  const title = cleanText(asked ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LIMITS.title.max)
  const [schools, programmes, similar, call] = await Promise.all([
    ownSchools(actor),
    programmeChoices(),
    sql.listSimilar(title, actor.id, SIMILAR),
    answerableCall(actor, callNumber),
  ])
  const isTitled = title.length >= LIMITS.title.min
  return {
    ...{ title, isTitled, schools, programmes, clientKey: randomUUID() },
    call: call ? { number: call.number, title: call.title, path: call.path } : null,
    isCallOver: callNumber !== '' && !call,
    similar: similar.map(cardOf),
  }
}

/** The form for changing an idea, with the version it was made from. */
export async function editingFor(actor: Actor, param: string) {
  const { row, facts } = await seenIdea(actor, param)
  authorize(may.edit, actor, facts)
  const programmes = await programmeChoices()
  const { learnersNeed, technology, programmeId, version } = row
  return { idea: { ...cardOf(row), learnersNeed, technology, programmeId, version }, programmes }
}

/** Lines for bell, reports and references, of those ideas the actor may read. */
export async function ideaThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!may.visit(actor, {})) return []
  const rows = await sql.listCards(ids, actor.id)
  return rows.filter((row) => may.see(actor, factsOf(row))).map(thingOf)
}

export async function standingTo(actor: Actor, id: string): Promise<Standing> {
  const [row] = await sql.listCards([id], actor.id)
  const facts = row && factsOf(row)
  return {
    canRead: facts !== undefined && may.see(actor, facts),
    canChange: facts !== undefined && may.edit(actor, facts),
    plgId: null,
  }
}

/** The idea whose page has this address. */
export async function locateIdea(path: string): Promise<string | undefined> {
  const [, param = ''] = /^\/ideen\/([^/?#]+)$/.exec(path) ?? []
  const number = ideaNumber(param)
  return number === undefined ? undefined : (await sql.findNamed({ number }))?.id
}

/** What the search finds: open ideas and those that became something. */
export async function searchIdeas(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (!actor || !may.visit(actor, {}) || words.length === 0) return []
  return (await sql.search(actor.id, words, limit)).map(thingOf)
}

export async function mayHearIdea(actor: Actor, id: string): Promise<boolean> {
  const [row] = await sql.listCards([id], actor.id)
  return row !== undefined && may.see(actor, factsOf(row))
}

const LONGEST_CONTEXT = 140

const thingOf = (row: sql.IdeaRow): ThingCard => ({
  id: row.id,
  title: row.title,
  context:
    row.problem.length > LONGEST_CONTEXT
      ? `${row.problem.slice(0, LONGEST_CONTEXT).toWellFormed().trimEnd()}…`
      : row.problem,
  path: pathOf(row),
})
