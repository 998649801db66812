import type { Actor } from '#server/auth/actor.ts'
import { filesOf } from '#server/files/views.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { bookingNumber } from '../../paths.ts'
import { may } from '../policy.ts'
import { DAMAGE_STATES, DAMAGES_PER_PAGE, type DamageLine, type DamageState } from './contract.ts'
import { LAB_DAMAGE } from './commands.ts'
import { damagePath } from './paths.ts'
import * as sql from './sql.ts'
import { categoryNames, damageStateNames } from './words.ts'

const stateIn = (asked: string): DamageState | null =>
  DAMAGE_STATES.find((state) => state === asked) ?? null

const lineOf = (row: sql.DamageRow): DamageLine => ({
  ...{ number: row.number, item: row.item, offer: row.offer, category: row.category },
  ...{ quantity: row.quantity, state: row.state, isUnusable: row.isUnusable },
  ...{ isUsableAgain: row.usableAgainAt !== null, estimateCents: row.estimateCents },
  ...{ reportedAt: row.reportedAt, school: row.school, hasPhoto: row.hasPhoto },
  bookingNumber: numberOf(row),
})

const numberOf = ({ year, bookingNumber: number }: sql.DamageRow) =>
  year !== null && number !== null ? bookingNumber({ year, number }) : null

/** What is broken or lost, the latest first; `asked` is one of the states or ''. */
export async function damagesFor(actor: Actor, asked: string, page: number) {
  authorize(may.stand, actor, {})
  const state = stateIn(asked)
  const [counts, rows] = await Promise.all([
    sql.countDamages(),
    sql.listDamages(state, { size: DAMAGES_PER_PAGE, offset: (page - 1) * DAMAGES_PER_PAGE }),
  ])
  const total = counts
    .filter((one) => state === null || one.state === state)
    .reduce((sum, { count }) => sum + count, 0)
  return {
    ...{ state: state ?? '', page, total, lines: rows.map(lineOf), now: now() },
    pages: Math.max(1, Math.ceil(total / DAMAGES_PER_PAGE)),
    counts,
  }
}

/** One damage with its photo and what has been decided. */
export async function damageFor(actor: Actor, number: number) {
  authorize(may.stand, actor, {})
  const row = existing(await sql.findDamage(number))
  const { files } = await filesOf(actor, { kind: LAB_DAMAGE, id: row.id })
  return {
    damage: {
      ...lineOf(row),
      ...{ id: row.id, description: row.description, staffNote: row.staffNote },
      ...{ reporter: row.reporter, origin: row.origin, version: row.version },
      isWithdrawn: row.withdrawnAt !== null,
    },
    photos: files.filter(({ isPicture }) => isPicture),
    now: now(),
  }
}

const MOST_IN_FILE = 20_000
const HEAD = [
  'Nummer',
  'Tag',
  'Angebot',
  'Was',
  'Art',
  'Anzahl',
  'Stand',
  'Nutzbar',
  'Schätzung in Euro',
]

/** The list as a table for a spreadsheet. */
export async function damageTable(actor: Actor, asked: string): Promise<string> {
  authorize(may.stand, actor, {})
  const rows = await sql.listDamages(stateIn(asked), { size: MOST_IN_FILE, offset: 0 })
  return csv([
    [...HEAD, 'Buchung', 'Schule'],
    ...rows.map((row) => [
      ...[row.number, localDayOf(row.reportedAt), row.offer, row.item, categoryNames[row.category]],
      ...[row.quantity, damageStateNames[row.state]],
      row.isUnusable && !row.usableAgainAt ? 'nein' : 'ja',
      row.estimateCents === null ? '' : (row.estimateCents / 100).toFixed(2).replace('.', ','),
      ...[numberOf(row) ?? '', row.school ?? ''],
    ]),
  ])
}

/** Cards for the bell and for files: the SMZ, and whoever reported it. */
export async function damageCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listFacts(ids)
  return rows
    .filter((row) => may.stand(actor, {}) && row.withdrawnAt === null)
    .map(({ id, number, item, offer }) => ({
      ...{ id, title: item, context: offer, path: damagePath(number) },
    }))
}

/** Whose photos one may see: the SMZ, and one's own. They belong to the damage and stay. */
export async function damageStanding(actor: Actor, id: string): Promise<Standing> {
  const [row] = await sql.listFacts([id])
  const canRead = row !== undefined && (may.stand(actor, {}) || row.reportedBy === actor.id)
  return { canRead, canChange: false, plgId: null, isFixed: true }
}
