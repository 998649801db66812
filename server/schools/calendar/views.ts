import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { schoolBySlug } from '../views.ts'
import { type FreeDay, type LocalDay, SCHOOL_HOLIDAYS, schoolYearOf, spanOf } from './contract.ts'
import { may } from './policy.ts'
import { quotaHint } from './rules.ts'
import * as sql from './sql.ts'

/** The page of a school's bewegliche Ferientage: this school year and the next, with the holidays of all. */
export async function freeDaysFor(actor: Actor, slug: string) {
  const school = existing(await schoolBySlug(slug))
  const today = localDayOf(now())
  const thisYear = schoolYearOf(today)
  const nextYear = schoolYearOf(`${Number(thisYear.slice(0, 4)) + 1}-08-01`)
  const rows = await sql.listOfSchool(school.id, spanOf(thisYear).from, spanOf(nextYear).to)
  const years = [thisYear, nextYear].map((year) => {
    const days = rows.filter(({ day }) => schoolYearOf(day) === year)
    return { year, days, hint: quotaHint(year, days.length), holidays: holidaysOf(year) }
  })
  return {
    school: { id: school.id, slug: school.slug, name: school.name },
    years,
    can: { set: may.setFreeDays(actor, school) },
  }
}

function holidaysOf(year: string) {
  return SCHOOL_HOLIDAYS.filter(([, from]) => schoolYearOf(from) === year).map(
    ([name, from, to]) => ({ name, from, to }),
  )
}

/** The days these schools have fixed for themselves, for whoever plans with several of them. */
export function freeDaysOf(schoolIds: string[], from: LocalDay, to: LocalDay): Promise<FreeDay[]> {
  return sql.listOfSchools(schoolIds, from, to)
}
