import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { changing, refuseChildNames, refuseOvertaken } from '../commands.ts'
import { may } from '../policy.ts'
import type { Place } from '../views.ts'
import type { ClosingInput } from './inputs.ts'
import * as sql from './sql.ts'
import { plainReport } from './words.ts'

/** Saves the reflection and the report. Whoever reads the Vorhaben reads it too. @returns the address */
export function saveClosing(actor: Actor, place: Place, input: ClosingInput): Promise<string> {
  return changing(actor, place, may.write, async ({ project: { id, path, visibility } }) => {
    const { version, isChecked, ...report } = input
    const before = await sql.findReport(id)
    refuseOvertaken(before?.version ?? 0, version, () => (before ? plainReport(before) : ''))
    if (visibility !== 'plg') refuseChildNames(Object.values(report), isChecked)
    const by = { savedBy: actor.id, savedAt: now(), version: version + 1 }
    await sql.putReport({ ...report, ...by, projectId: id })
    return path
  })
}
