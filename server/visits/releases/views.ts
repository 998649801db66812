import { type Actor, fullName, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { PAGE_SIZE } from '../contract.ts'
import { paths } from '../paths.ts'
import { releases } from '../policy.ts'
import * as sql from './sql.ts'

/** "Freigaben" of a school: day, place and tick for each visit of its people, and nothing of what is said there. */
export async function releasesFor(actor: Actor, slug: string, asked: string | null) {
  const school = existing(await sql.findSchool(slug))
  authorize(releases.list, actor, { schoolId: school.id })
  const page = pageNumber(asked)
  const [rows, { total }] = await Promise.all([
    sql.listOfSchool(school.id, { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countOfSchool(school.id),
  ])
  return { school, releases: paged(rows.map(shownTo(actor)), total, page, PAGE_SIZE) }
}

const shownTo = (actor: Actor) => (row: sql.ReleaseRow) => {
  const { visitId, personId, startsAt, endsAt, place, release, reason, releasedAt } = row
  return {
    ...{ visitId, personId, startsAt, endsAt, place, release, reason, releasedAt },
    key: `${visitId}:${personId}`,
    visitor: fullName(row),
    canDecide: releases.decide(actor, { ...row, visitorId: personId }),
  }
}

export type ReleaseLine = Awaited<ReturnType<typeof releasesFor>>['releases']['rows'][number]

const led = (actor: Actor) =>
  schoolsOf(actor).filter((schoolId) => releases.list(actor, { schoolId }))

/** Releases that wait for the actor's word, a line per school. */
export async function waitingReleases(actor: Actor): Promise<Waiting[]> {
  const schools = led(actor)
  if (schools.length === 0) return []
  const rows = await sql.listWaiting(schools, actor.id)
  return rows.map(({ id, slug, name, count }) => ({
    id: `visit-releases:${id}`,
    text:
      count > 1
        ? `${count} Hospitationen brauchen Ihre Freigabe, ${name}`
        : `Eine Hospitation braucht Ihre Freigabe, ${name}`,
    action: { label: 'Entscheiden', to: paths.releases(slug) },
  }))
}

/** Lines for the bell of those who lead a visitor's school. */
export async function releaseThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const schools = led(actor)
  if (schools.length === 0) return []
  const rows = await sql.listCards(ids, schools)
  return rows.map(({ id, startsAt, place, slug, school }) => ({
    id,
    title: `Hospitation am ${germanDay(startsAt)}, ${place}`,
    context: school,
    path: paths.releases(slug),
  }))
}

const germanDay = (at: Date) => localDayOf(at).split('-').reverse().join('.')
