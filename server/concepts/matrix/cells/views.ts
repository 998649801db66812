import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { softwareStandings } from '#server/software/linked/views.ts'
import { may } from '../../policy.ts'
import { workingOf, type Working } from '../../views.ts'
import { gradesOf, ownListsOf } from '../grades/views.ts'
import { isIn } from '../rules.ts'
import { schoolYearNow } from '../views.ts'
import { subjectTitle } from '../words.ts'
import * as sql from './sql.ts'

const mayWrite = (actor: Actor, { facts }: Working, subject: string) =>
  may.writeCell(actor, { ...facts, subject })

/** Entries of the Fachkonferenzen, a page at a time; of one subject when the address names it. */
export async function cellsFor(actor: Actor, slug: string, asked: URLSearchParams) {
  const working = await workingOf(actor, { slug })
  const { concept, school } = working
  const subject = (asked.get('fach') ?? '').slice(0, 60)
  const page = pageNumber(asked.get('seite'))
  const [rows, counts] = await Promise.all([
    sql.listCells(concept.id, subject, (page - 1) * sql.PAGE),
    sql.countCells(concept.id),
  ])
  const total = counts
    .filter((one) => subject === '' || one.subject === subject)
    .reduce((sum, { count }) => sum + count, 0)
  return {
    school,
    subject,
    page,
    pages: Math.max(1, Math.ceil(total / sql.PAGE)),
    total,
    subjects: counts.map((one) => ({ ...one, title: subjectTitle(one.subject) })),
    cells: rows.map((row) => ({ ...row, can: { write: mayWrite(actor, working, row.subject) } })),
    schoolYear: schoolYearNow(),
    can: {
      add:
        writable(actor, working, [...SUBJECTS, ...working.facts.own.map((own) => own.subject)])
          .length > 0,
      confirm: subject !== '' && mayWrite(actor, working, subject),
    },
  }
}

const writable = (actor: Actor, working: Working, subjects: readonly string[]) =>
  subjects.filter((subject) => subject !== '' && mayWrite(actor, working, subject))

/** What the form for several at once needs. @throws Forbidden for who may write in no subject */
export async function newCellsFor(actor: Actor, slug: string, asked: URLSearchParams) {
  const working = await workingOf(actor, { slug })
  const choices = await choicesOf(actor, working)
  const wanted = asked.get('zu') ?? ''
  return {
    school: working.school,
    ...choices,
    // From a gap one comes with its competency; an area has several, so none is ticked.
    competencies: wanted.length > 1 ? COMPETENCIES.filter((number) => isIn(number, wanted)) : [],
    clientKey: randomUUID(),
  }
}

async function choicesOf(actor: Actor, working: Working, present: string[] = []) {
  const { concept, school } = working
  const [lists, lessons] = await Promise.all([ownListsOf(concept.id), sql.listLinkable(school.id)])
  const all = [...new Set([...SUBJECTS, ...lists.subjects, ...present])]
  const subjects = writable(actor, working, all)
  authorize(() => subjects.length > 0, actor, undefined)
  return {
    subjects: subjects.map((value) => ({ value, label: subjectTitle(value) })),
    grades: gradesOf(school.form, lists.levels),
    lessons: lessons.map(({ id, title }) => ({ value: id, label: title })),
  }
}

/** One entry with what it is linked with; its form for who may write it. */
export async function cellFor(actor: Actor, slug: string, id: string) {
  const working = await workingOf(actor, { slug })
  const row = existing(await sql.findCell(id))
  existing(row.conceptId === working.concept.id ? row : undefined)
  const canWrite = mayWrite(actor, working, row.subject)
  const [links, choices] = await Promise.all([
    sql.findLinks(row.id),
    canWrite ? choicesOf(actor, working, [row.subject]) : null,
  ])
  return {
    school: working.school,
    cell: row,
    lessonIds: links.lessonIds,
    software: links.software.map(({ name }) => name),
    apps: await softwareStandings(
      actor,
      links.software.map((app) => app.id),
    ),
    choices,
  }
}
