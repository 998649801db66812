import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { SCHOOL_FORMS, type SchoolForm } from '#server/schools/contract.ts'
import { may } from '../policy.ts'
import * as sql from './sql.ts'

const formFrom = (asked: string | null): SchoolForm =>
  SCHOOL_FORMS.find((form) => form === asked) ?? 'primary'

/** The published standard of a Schulform for everybody, with the versions that held before (R33-1). */
export async function standardPage(asked: URLSearchParams) {
  const form = formFrom(asked.get('schulform'))
  const today = localDayOf(now())
  const [standards, classes] = await Promise.all([sql.listStandards(), sql.listClasses()])
  const published = standards.filter((one) => one.status === 'published')
  const versions = published.filter((one) => one.schoolForm === form)
  const current = versions.find(({ validFrom }) => (validFrom ?? '') <= today)
  const number = Number(asked.get('fassung') ?? 0)
  const shown = number ? existing(versions.find((one) => one.number === number)) : current
  return {
    form,
    forms: SCHOOL_FORMS.filter((one) => published.some(({ schoolForm }) => schoolForm === one)),
    versions,
    current: current?.number ?? null,
    shown: shown ?? null,
    rules: shown ? await sql.listRules(shown.id) : [],
    classes,
  }
}

/** The same with the draft, for the Amt. */
export async function manageStandardFor(actor: Actor, asked: URLSearchParams) {
  authorize(may.manage, actor, {})
  const form = formFrom(asked.get('schulform'))
  const [standards, classes] = await Promise.all([sql.listStandards(), sql.listClasses()])
  const versions = standards.filter(({ schoolForm }) => schoolForm === form)
  const draft = versions.find(({ status }) => status === 'draft') ?? null
  const published = versions.filter(({ status }) => status === 'published')
  return {
    form,
    draft,
    published,
    rules: draft ? await sql.listRules(draft.id) : [],
    classes,
    clientKey: randomUUID(),
  }
}

/** What holds for a Schulform today: the classes in their order and its lines. */
export async function standardOf(form: string) {
  const [classes, standard] = await Promise.all([
    sql.listClasses(),
    sql.findStandardOn(form, localDayOf(now())),
  ])
  return {
    classes,
    standard: standard ?? null,
    rules: standard ? await sql.listRules(standard.id) : [],
  }
}

/** All classes in their order. */
export const equipmentClasses = () => sql.listClasses()
