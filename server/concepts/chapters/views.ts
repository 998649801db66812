import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { paths as documentPaths } from '#server/documents/paths.ts'
import { readingFor } from '#server/documents/text/views.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { slugOf } from '#server/platform/text.ts'
import { paths as conceptPaths } from '../paths.ts'
import { may } from '../policy.ts'
import { headOf, type Working, workingOf } from '../views.ts'
import type { ChapterLine } from './contract.ts'
import { shownState } from './rules.ts'
import * as sql from './sql.ts'
import { STANDARD_CHAPTERS } from './words.ts'

/** The chapters of a working copy; `open` is the number of the one whose text stands beside the list. */
export async function chaptersFor(actor: Actor, slug: string, open: number | null) {
  const working = await workingOf(actor, { slug })
  const rows = await sql.listChapters(working.concept.id)
  const lines = rows.map((row) => lineOf(working, row))
  const chosen = lines.find(({ number }) => number === open)
  return {
    ...headOf(actor, working),
    chapters: lines,
    text: chosen ? await textOf(actor, slug, chosen) : null,
    /** Of the usual chapters those of whose kind there is none. */
    missing: STANDARD_CHAPTERS.filter(({ kind }) => !lines.some((line) => line.kind === kind)),
    clientKey: randomUUID(),
    now: now(),
  }
}

async function textOf(actor: Actor, slug: string, { number, title, path }: ChapterLine) {
  const place = { home: { kind: 'concept', slug }, document: String(number) }
  const { html, isEmpty, can } = await readingFor(actor, place)
  return { number, title, path, html, isEmpty, canWrite: can.write }
}

function lineOf({ school }: Working, row: sql.ChapterRow): ChapterLine {
  const { id, number, position, kind, title, visibility, version, changedAt } = row
  const firstWords = row.firstWords.replace(/\s+/g, ' ').trim()
  const { firstName, lastName, responsibleId } = row
  return {
    ...{ id, number, position, kind, title, visibility, version, changedAt, firstWords },
    state: shownState(row.state, firstWords !== ''),
    responsible:
      responsibleId && firstName && lastName
        ? { id: responsibleId, name: fullName({ firstName, lastName }) }
        : null,
    path: pathOf(school.slug, row),
  }
}

/** The page with the text of a chapter. */
export const pathOf = (school: string, { number, title }: { number: number; title: string }) =>
  documentPaths.document(conceptPaths.draft(school), { number, slug: slugOf(title) })

/** What the form of one chapter needs. */
export async function chapterFor(actor: Actor, slug: string, number: number) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  const [chapter, staff] = await Promise.all([
    sql.findChapter(working.concept.id, number),
    sql.listStaff(working.school.id, now()),
  ])
  const { id, title, state, visibility, responsibleId, version, kind } = existing(chapter)
  return {
    ...headOf(actor, working),
    chapter: { id, number, kind, title, state, visibility, responsibleId, version },
    path: pathOf(slug, { number, title }),
    people: staff.map((person) => ({ id: person.id, name: fullName(person) })),
  }
}

/** What the form for a new chapter needs. */
export async function newChapterFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  return { ...headOf(actor, working), clientKey: randomUUID() }
}
