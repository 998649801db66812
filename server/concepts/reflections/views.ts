import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { readableCards, type ThingCard, thingWord } from '#server/platform/things.ts'
import { goalNumber } from '../goals/rules.ts'
import { goalChoices, readerOf } from '../goals/views.ts'
import { dayName } from '../goals/words.ts'
import { may } from '../policy.ts'
import { type Working, workingOf } from '../views.ts'
import { visibilityNames } from '../words.ts'
import {
  CONTEXTS,
  type Entry,
  MOST_EXPORTED,
  PARTS,
  REFLECTIONS_PER_PAGE,
  type Texts,
} from './contract.ts'
import * as sql from './sql.ts'
import { contextNames, partNames, words } from './words.ts'

const NOTHING: Texts = {
  ...{ whatWeDid: '', use: '', benefit: '', surprise: '', hindrance: '', nextStep: '' },
}

/** Entries with what they came of; of a source that one may not read nothing is shown but that there is one. */
async function shown(actor: Actor, rows: sql.EntryRow[]): Promise<Entry[]> {
  const pointers = rows.flatMap(({ sourceKind: thingKind, sourceId: thingId }) =>
    thingKind && thingId ? [{ thingKind, thingId }] : [],
  )
  const cards =
    pointers.length > 0 ? await readableCards(actor, pointers) : new Map<string, ThingCard>()
  return rows.map((row) => {
    const { id, heldOn, context, visibility, createdAt, corrects, correctedBy } = row
    const card = cards.get(`${row.sourceKind}:${row.sourceId}`)
    const isHidden = row.sourceKind !== null && card === undefined
    const { whatWeDid, use, benefit, surprise, hindrance, nextStep } = isHidden ? NOTHING : row
    return {
      ...{ id, heldOn, context, visibility, createdAt, corrects, correctedBy, isHidden },
      ...{ whatWeDid, use, benefit, surprise, hindrance, nextStep },
      author: row.firstName && row.lastName ? `${row.firstName} ${row.lastName}` : null,
      goal:
        row.goalNumber !== null && row.goalTitle !== null
          ? { title: row.goalTitle, number: row.goalNumber }
          : null,
      source: card
        ? { word: thingWord(row.sourceKind ?? ''), title: card.title, path: card.path }
        : null,
    }
  })
}

async function askedOf(actor: Actor, working: Working, search: URLSearchParams) {
  const goals = await goalChoices(actor, working)
  const number = goalNumber(search.get('ziel') ?? '')
  const goal = goals.find((one) => one.number === number)
  const context = CONTEXTS.find((one) => one === search.get('anlass')) ?? null
  return { goals, goal, filter: { goalId: goal?.id ?? null, context } }
}

/** The log of a school, a page at a time. */
export async function reflectionsFor(
  actor: Actor,
  slug: string,
  search: URLSearchParams,
  page: number,
) {
  const working = await workingOf(actor, { slug })
  const { concept, school, facts } = working
  const { goals, goal, filter } = await askedOf(actor, working, search)
  const offset = (page - 1) * REFLECTIONS_PER_PAGE
  const [rows, total] = await Promise.all([
    sql.listEntries(concept.id, readerOf(actor, working), {
      ...{ filter, limit: REFLECTIONS_PER_PAGE, offset },
    }),
    sql.countEntries(concept.id, filter),
  ])
  return {
    ...{ school, goals, now: now() },
    chosen: { goal: goal ? String(goal.number) : '', context: filter.context ?? '' },
    can: { contribute: may.contribute(actor, facts) },
    ...paged(await shown(actor, rows), total, page, REFLECTIONS_PER_PAGE),
  }
}

/** What the form of a new entry needs; a correction begins with the words of the entry it corrects. */
export async function newReflectionFor(actor: Actor, slug: string, search: URLSearchParams) {
  const working = await workingOf(actor, { slug })
  authorize(may.contribute, actor, working.facts)
  const { goals, goal } = await askedOf(actor, working, search)
  const corrects = search.get('berichtigt')
  const row = corrects
    ? existing(await sql.findEntry(working.concept.id, corrects, readerOf(actor, working)))
    : null
  const [before = null] = row ? await shown(actor, [row]) : []
  return {
    ...{ school: working.school, goals, goalId: row?.goalId ?? goal?.id ?? '' },
    before: before?.isHidden ? null : before,
    today: localDayOf(now()),
    clientKey: randomUUID(),
  }
}

/** The log for a table program, with the same sight as the page. */
export async function reflectionsFile(actor: Actor, slug: string, search: URLSearchParams) {
  const working = await workingOf(actor, { slug })
  const { filter } = await askedOf(actor, working, search)
  const rows = await sql.listEntries(working.concept.id, readerOf(actor, working), {
    ...{ filter, limit: MOST_EXPORTED },
  })
  const entries = await shown(actor, rows)
  const head = ['Tag', 'Anlass', 'Ziel', ...PARTS.map((part) => partNames[part])]
  return {
    name: `rueckblick-${working.school.slug}.csv`,
    text: csv([
      [...head, 'Quelle', 'Sichtbarkeit', 'Von', 'Berichtigt'],
      ...entries.map((entry) => [
        ...[dayName(entry.heldOn), contextNames[entry.context], entry.goal?.title ?? ''],
        ...PARTS.map((part) => entry[part]),
        entry.isHidden ? words.hidden : (entry.source?.title ?? ''),
        ...[visibilityNames[entry.visibility], entry.author ?? ''],
        entry.correctedBy ? 'ja' : '',
      ]),
    ]),
  }
}
