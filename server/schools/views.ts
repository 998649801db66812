import type { Actor } from '#server/auth/actor.ts'
import { abilities, authorize, existing } from '#server/platform/authorize.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { cleanText, slugOf } from '#server/platform/text.ts'
import type { ThingCard } from '#server/platform/things.ts'
import {
  type Denomination,
  type District,
  DISTRICTS,
  type Operation,
  OVERRIDABLE,
  type Ownership,
  PAGE_SIZE,
  SCHOOL_FORMS,
  type SchoolChoice,
  type SchoolForm,
  type SupportFocus,
} from './contract.ts'
import { paths } from './paths.ts'
import { may } from './policy.ts'
import { listImports } from './register/sql.ts'
import { searchWords, spellingsOf } from './rules.ts'
import * as sql from './sql.ts'
import { districtWords, schoolFormWords } from './words.ts'

const german = new Intl.Collator('de')

/** The schools that teach, for select lists: by Schulform, then by name as Germans sort. */
export async function schoolChoices(): Promise<SchoolChoice[]> {
  const rows = await sql.listTeaching()
  return rows
    .map(({ id, slug, name, schoolForm }) => ({ id, slug, name, form: schoolForm as SchoolForm }))
    .sort(byFormAndName)
}

function byFormAndName(a: SchoolChoice, b: SchoolChoice): number {
  return (
    SCHOOL_FORMS.indexOf(a.form) - SCHOOL_FORMS.indexOf(b.form) || german.compare(a.name, b.name)
  )
}

/** One school by the last part of its address; undefined when there is none. Everything in it is public. */
export async function schoolBySlug(slug: string) {
  const row = await sql.findBySlug(slug)
  return row && shaped(row)
}

type SchoolRow = NonNullable<Awaited<ReturnType<typeof sql.findBySlug>>>

function shaped(row: SchoolRow) {
  return {
    id: row.id,
    schoolNumber: row.schoolNumber,
    slug: row.slug,
    name: row.name,
    officialName: row.officialName,
    form: row.schoolForm as SchoolForm,
    denomination: row.denomination as Denomination | null,
    supportFocus: row.supportFocus as SupportFocus[],
    hasSeveralSites: row.hasSeveralSites,
    district: row.district as District | null,
    street: row.street,
    postalCode: row.postalCode,
    city: row.city,
    phone: row.phone,
    officialEmail: row.officialEmail,
    homepage: row.homepage,
    ownership: row.ownership as Ownership,
    operation: row.operation as Operation,
    origin: row.origin as 'register' | 'demo' | 'manual',
  }
}

/** Names and addresses of these schools by id, in one query; unknown ids are left out. */
export async function schoolNames(
  ids: string[],
): Promise<Map<string, { name: string; slug: string }>> {
  const rows = await sql.listNames([...new Set(ids)])
  return new Map(rows.map(({ id, name, slug }) => [id, { name, slug }]))
}

/** The Schulformen of these schools, each once. */
export async function schoolFormsOf(ids: string[]): Promise<SchoolForm[]> {
  const rows = await sql.listForms(ids)
  return rows.map(({ schoolForm }) => schoolForm as SchoolForm)
}

type Asked = ReturnType<typeof askedOf>

/** What an address asks of the list. Nonsense in it is no error, it only filters nothing. */
function askedOf(search: URLSearchParams) {
  return {
    q: search.get('q'),
    form: search.get('schulform'),
    district: search.get('stadtbezirk'),
    page: pageNumber(search.get('seite')),
  }
}

/** Addresses are German: `?schulform=grundschule`. */
const formSlug = (form: SchoolForm) => slugOf(schoolFormWords[form])
const districtSlug = (district: District) => slugOf(districtWords[district])

function filterOf(asked: Asked) {
  const q = cleanText(asked.q ?? '')
    .trim()
    .slice(0, 100)
  const form = SCHOOL_FORMS.find((option) => formSlug(option) === asked.form)
  const district = DISTRICTS.find((option) => districtSlug(option) === asked.district)
  return { q, form, district, words: searchWords(q) }
}

const askedBack = ({ q, form, district }: ReturnType<typeof filterOf>) => ({
  q,
  form: form ? formSlug(form) : '',
  district: district ? districtSlug(district) : '',
})

/** The public list: a page of it, what was asked, and how many schools there are to choose from. */
export async function schoolList(search: URLSearchParams) {
  const asked = askedOf(search)
  const filter = filterOf(asked)
  const [{ rows, total }, counts] = await Promise.all([
    sql.listSchools({ ...filter, page: asked.page, size: PAGE_SIZE }),
    sql.countTeaching(),
  ])
  const sum = (fits: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(fits).reduce((so, row) => so + row.count, 0)
  return {
    ...paged(rows.map(lineOf), total, asked.page, PAGE_SIZE),
    asked: askedBack(filter),
    inOperation: sum((row) => row.operation === 'open'),
    closing: sum((row) => row.operation === 'closing'),
    forms: SCHOOL_FORMS.map((form) => ({
      value: formSlug(form),
      label: schoolFormWords[form],
      count: sum((row) => row.schoolForm === form),
    })).filter(({ count }) => count > 0),
    districts: DISTRICTS.map((district) => ({
      value: districtSlug(district),
      label: districtWords[district],
      count: sum((row) => row.district === district),
    })),
  }
}

type ListedRow = Awaited<ReturnType<typeof sql.listSchools>>['rows'][number]

const lineOf = (row: ListedRow) => ({
  slug: row.slug,
  name: row.name,
  form: row.schoolForm as SchoolForm,
  district: row.district as District | null,
  street: row.street,
  postalCode: row.postalCode,
  city: row.city,
  operation: row.operation as Operation,
  hasSeveralSites: row.hasSeveralSites,
})

/** The public page of a school. @throws NotFound for an unknown address */
export async function schoolPage(actor: Actor | null, slug: string) {
  const school = existing(await schoolBySlug(slug))
  return {
    school,
    can: actor
      ? abilities(may, actor, school)
      : { administrate: false, lookAfter: false, head: false },
  }
}

const RECENT_IMPORTS = 5

/** All schools for the operators, with what waits for them. */
export async function administrationFor(actor: Actor, search: URLSearchParams) {
  authorize(may.administrate, actor, undefined)
  const asked = askedOf(search)
  const filter = filterOf(asked)
  const [{ rows, total }, closures, imports] = await Promise.all([
    sql.listSchools({ ...filter, all: true, page: asked.page, size: PAGE_SIZE }),
    sql.listProposedClosures(),
    listImports(RECENT_IMPORTS),
  ])
  const lines = rows.map((row) => ({
    ...lineOf(row),
    schoolNumber: row.schoolNumber,
    overridden: OVERRIDABLE.filter((field) => row.overridden.includes(field)),
  }))
  return {
    ...paged(lines, total, asked.page, PAGE_SIZE),
    asked: askedBack(filter),
    closures,
    imports: imports.map(({ importedBy, fileHash, ...row }) => ({
      ...row,
      hash: fileHash.slice(0, 12),
      isFromCommandLine: importedBy === null,
    })),
  }
}

const RECENT_CHANGES = 20

/** What an operator may set for one school, and what the register says about it. */
export async function editingFor(actor: Actor, slug: string) {
  authorize(may.administrate, actor, undefined)
  const row = existing(await sql.findBySlug(slug))
  const changes = await sql.listChanges(row.id, RECENT_CHANGES)
  return {
    school: shaped(row),
    overridden: OVERRIDABLE.filter((field) => row.overridden.includes(field)),
    listed: row.registerValues as { name?: string; homepage?: string; district?: District | null },
    changes: changes.map(({ id, at, field, before, after }) => ({
      id,
      at,
      field,
      before: before ?? '',
      after: after ?? '',
    })),
  }
}

/** For "Heute": schools that the register no longer lists. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  if (!may.administrate(actor)) return []
  const count = await sql.countProposedClosures()
  if (count === 0) return []
  const text =
    count === 1
      ? 'Eine Schule steht nicht mehr im Register.'
      : `${count} Schulen stehen nicht mehr im Register.`
  return [{ id: 'schools-closures', text, action: { label: 'Prüfen', to: paths.administration() } }]
}

/** Cards of schools; everybody may read them. */
export async function schoolCards(ids: string[]): Promise<ThingCard[]> {
  return (await sql.listCards(ids)).map(cardOf)
}

/** The school whose page has this address. */
export async function locateSchool(path: string): Promise<string | undefined> {
  const [, slug] = /^\/schulen\/([a-z0-9-]+)$/.exec(path) ?? []
  return slug === undefined ? undefined : sql.findId(slug)
}

/** Schools that contain all the words. */
export async function findSchools(words: string[], limit: number): Promise<ThingCard[]> {
  return (await sql.listFound(words.map(spellingsOf), limit)).map(cardOf)
}

function cardOf(row: {
  id: string
  slug: string
  name: string
  schoolForm: string
  district: string | null
}): ThingCard {
  const facts = [
    schoolFormWords[row.schoolForm as SchoolForm],
    districtWords[row.district as District],
  ]
  return {
    id: row.id,
    title: row.name,
    context: facts.filter(Boolean).join(', '),
    path: paths.school(row.slug),
  }
}
