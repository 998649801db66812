import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { may } from '../policy.ts'
import { schoolFor, standingOf } from '../stock/views.ts'
import * as sql from './sql.ts'

const MOST_NEEDS = 200
const MOST_REPORTS = 20

/** What a school needs, what of it is its due, and how far each is. */
export async function needsFor(actor: Actor, slug: string) {
  const school = await schoolFor(actor, slug)
  const facts = { schoolId: school.id }
  const isSchool = may.need(actor, facts)
  const [{ lines, schoolYear }, needs, reports] = await Promise.all([
    standingOf(school),
    sql.listNeeds(school.id, MOST_NEEDS),
    isSchool ? sql.listTrialReports(school.id, MOST_REPORTS) : [],
  ])
  return {
    school,
    schoolYear,
    lines,
    reports,
    needs: needs.map((need) => ({
      ...need,
      can: { change: may.changeNeed(actor, need), decide: may.decideNeed(actor, need) },
    })),
    can: { need: isSchool },
    clientKey: randomUUID(),
    furtherKey: randomUUID(),
  }
}

/** The needs that a talk is about. */
export const needsOfTalk = (talkId: string) => sql.listNeedsOfTalk(talkId)
