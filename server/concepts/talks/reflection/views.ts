import type { Actor } from '#server/auth/actor.ts'
import { abilities } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { standingOf } from '../../equipment/stock/views.ts'
import { may, sideOf } from '../policy.ts'
import { headOf, seenTalk } from '../views.ts'
import { blank, prints } from './rules.ts'
import * as sql from './sql.ts'

const SHOWN = 20

export const yearBefore = (at: Date) => new Date(at.getTime() - 365 * 86_400_000)

/** Both sides beside each other, class by class; for the school what it could bring in of its year. */
export async function reflectionFor(actor: Actor, param: string) {
  const { row, facts } = await seenTalk(actor, param)
  const can = abilities(may, actor, facts)
  const [{ lines }, reflections, proposals] = await Promise.all([
    standingOf({ id: row.schoolId, form: row.schoolForm }),
    sql.listReflections(row.id),
    can.prepareSchool ? sql.listProposals(row, yearBefore(now()), SHOWN) : [],
  ])
  const known = new Map(reflections.map((one) => [one.classId, one]))
  return {
    talk: headOf(row),
    side: sideOf(actor, facts),
    can,
    proposals,
    rows: lines.map(({ class: { id, name, kind }, entitled, held }) => {
      const answers = known.get(id) ?? blank(id)
      return {
        ...{ classId: id, name, kind, entitled, held, answers },
        print: {
          school: prints.school(answers),
          authority: prints.authority(answers),
          joint: prints.joint(answers),
        },
      }
    }),
  }
}

/** What was said about which class, for the result. */
export const reflectionsOf = (talkId: string) => sql.listReflections(talkId)
