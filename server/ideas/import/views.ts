import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { programmeChoices } from '#server/plg/programmes/views.ts'
import { may } from '../policy.ts'
import type { ImportPlan, RawRow } from './contract.ts'
import { folded, planOf } from './rules.ts'
import * as sql from './sql.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const RECENT = 10

/** The page of the import: the list under review with all it would change, when there is one. */
export async function importPageFor(actor: Actor, importId: string | null) {
  authorize(may.importGroups, actor, {})
  const asked = importId !== null && UUID.test(importId) ? importId : null
  const found = asked === null ? undefined : await sql.findImport(asked)
  if (found && found.appliedAt === null) {
    const { id, fileName, origin, rows } = found
    const plan = await comparison(actor, rows, origin)
    return { review: { id, fileName, origin, rows: rows.length, plan }, isGone: false, recent: [] }
  }
  return { review: null, isGone: importId !== null, recent: await sql.listApplied(RECENT) }
}

/** What these rows would change. Changes nothing. */
export async function comparison(
  actor: Actor,
  rows: RawRow[],
  origin: string,
): Promise<ImportPlan> {
  const addresses = [...new Set(rows.map(({ email }) => email.toLowerCase()).filter(Boolean))]
  const mayKnowAccounts = hasNetworkRole(actor, 'operator')
  const imported = await sql.listImported(origin)
  const [titles, schools, seated, accounts, programmes] = await Promise.all([
    sql.listTitles([...new Set(rows.map(({ group }) => folded(group)))], origin),
    sql.listSchools([...new Set(rows.map(({ school }) => school))]),
    sql.listSeated(imported.map(({ id }) => id)),
    mayKnowAccounts ? sql.listAccounts(addresses) : null,
    programmeChoices(),
  ])
  return planOf(rows, {
    groups: new Map(imported.map((group) => [folded(group.title), group])),
    otherTitles: new Set(titles),
    programmes: new Map(
      programmes.map(({ value, label }) => [folded(label), { id: value, name: label }]),
    ),
    schools: new Map(schools.map(({ schoolNumber, name }) => [schoolNumber ?? '', name])),
    seated: new Set(seated.map(({ plgId, email }) => `${plgId}:${email}`)),
    accounts: accounts && new Set(accounts),
  })
}
