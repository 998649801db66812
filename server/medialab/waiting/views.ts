import { randomUUID } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { schoolNames } from '#server/schools/views.ts'
import { findMine } from '../checkout/sql.ts'
import { opensWithProject } from '../finding/rules.ts'
import { paths } from '../paths.ts'
import type { Fault, Wanted, When } from '../placing/contract.ts'
import { type Case, caseOf, weighed } from '../placing/views.ts'
import { MOST_OPEN } from './contract.ts'
import { may } from './policy.ts'
import { whenAsked, whenOf } from './rules.ts'
import * as sql from './sql.ts'
import { whenWords } from './words.ts'

type Wish = Pick<Wanted, 'schoolId' | 'purpose' | 'participants' | 'plgId' | 'projectId'> & {
  slug: string
  quantity: number
  when: When
}

/** The wish as the booking judges it. */
export function wantedOf({ slug, quantity, when, ...wish }: Wish): Wanted {
  const { schoolId, purpose, participants, plgId, projectId } = wish
  return {
    ...{ offers: [{ slug, quantity }], dates: [when], schoolId, purpose, participants },
    ...{ plgId, projectId, subject: '', grade: null, phone: '', isDelivered: false },
    ...{ outSiteId: null, skips: false, override: '', clientKey: '' },
  }
}

/** A set that is not whole may be whole one day; waiting helps as it does with what others have. */
const INCOMPLETE = 9
const helpsWaiting = ({ isTaken, rule }: Fault) => isTaken || rule === INCOMPLETE

/** What waiting would not change, and whether there is nothing to wait for. */
export async function faultsOf(of: Case): Promise<{ faults: Fault[]; isFree: boolean }> {
  const { kept, faults } = await weighed(of)
  return { faults: faults.filter((fault) => !helpsWaiting(fault)), isFree: kept.length > 0 }
}

/** One's own entries: what one waits for, and what is held for one until when. */
export async function myWaiting(actor: Actor) {
  const rows = await sql.listOpen(actor.id, MOST_OPEN)
  const positions = await sql.positionsOf(rows.map(({ id }) => id))
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, path: paths.offer(row.slug), quantity: row.quantity },
    ...{ state: row.state, deadline: row.deadline, when: whenWords(whenOf(row)) },
    position: positions.get(row.id) ?? 0,
  }))
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What an address asks to wait for; nonsense in it asks for nothing. */
function askedOf(search: URLSearchParams) {
  const read = (name: string, isGood: (value: string) => boolean) => {
    const value = search.get(name) ?? ''
    return isGood(value) ? value : undefined
  }
  const quantity = Number(search.get('anzahl') ?? 1)
  const slug = read('angebot', (value) => /^[a-z0-9-]{1,80}$/.test(value))
  const tag = read('tag', isLocalDay)
  if (!slug || !tag) return undefined
  const until = { bis_tag: read('bis_tag', isLocalDay), von: read('von', (v) => TIME.test(v)) }
  return {
    ...{ angebot: slug, tag, ...until, bis: read('bis', (value) => TIME.test(value)) },
    anzahl: Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= 10_000 ? quantity : 1,
  }
}

/** The page: one's own entries, and the wish of the address to be confirmed. */
export async function waitingPage(actor: Actor, search: URLSearchParams) {
  const asked = askedOf(search)
  const own = schoolsOf(actor)
  const [mine, schools, { plgs, projects }, wish] = await Promise.all([
    myWaiting(actor),
    schoolNames(own),
    findMine(actor.id),
    asked ? wishOf(actor, asked, own[0] ?? null) : null,
  ])
  return {
    ...{ mine, wish, clientKey: randomUUID() },
    schools: [...schools].map(([value, { name }]) => ({ value, label: name })),
    plgs: plgs.map(({ id, title }) => ({ value: id, label: title })),
    projects: projects.map(({ id, title }) => ({ value: id, label: title })),
  }
}

async function wishOf(
  actor: Actor,
  asked: NonNullable<ReturnType<typeof askedOf>>,
  schoolId: string | null,
) {
  const when = whenAsked(asked)
  const wish = { slug: asked.angebot, quantity: asked.anzahl, when, schoolId, purpose: '' }
  const none = { participants: null, plgId: null, projectId: null }
  try {
    const of = await caseOf(actor, wantedOf({ ...wish, ...none }))
    const { faults, isFree } = await faultsOf(of)
    const offer = of.offers[0]
    if (!offer) return null
    const { angebot: _, anzahl, ...times } = asked
    return {
      ...{ asked, name: offer.name, path: paths.offer(offer.slug), when: whenWords(when), isFree },
      // What a Vorhaben opens is asked of the form, where one may be chosen.
      fault: faults.find((one) => !opensWithProject(one))?.sentence ?? null,
      needs: faults.find(opensWithProject)?.sentence ?? null,
      book: paths.book({ korb: `${offer.slug}:${anzahl}`, ...times }),
    }
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refusal) return null
    throw error
  }
}

/** For the bell: one's own entries, under the name of what one waits for. */
export async function waitingCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids)
  return rows
    .filter((row) => may.keep(actor, row))
    .map((row) => ({
      ...{ id: row.id, title: row.name, path: paths.waiting() },
      context: `Warteliste · ${whenWords(whenOf(row))}`,
    }))
}
