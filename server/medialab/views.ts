import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { MEDIA_LIBRARY } from './offers/rules.ts'
import { openingBetween } from './opening/views.ts'
import { closedBy, dayAfter, spansOn } from './opening/rules.ts'
import { bookingNumber, paths } from './paths.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { kindNames } from './words.ts'

const MOST_NEXT = 3

/** The first page of the MediaLab: the ways in, when it is open, what one has booked. */
export async function startFor(actor: Actor | null) {
  const today = localDayOf(now())
  const [kinds, next, opening] = await Promise.all([
    sql.countKinds(),
    actor ? sql.listNext(actor.id, now(), MOST_NEXT) : [],
    openingBetween(today, dayAfter(today, 1)),
  ])
  const days = [today, dayAfter(today, 1)].map((day) => ({
    day,
    spans: spansOn(opening, day, 'open'),
    closedBy: closedBy(opening, day, 'open') ?? null,
  }))
  return {
    kinds,
    days,
    next: next.map(({ year, number, ...date }) => ({
      ...date,
      number: bookingNumber({ year, number }),
    })),
    isSignedIn: actor !== null,
    mediaLibrary: MEDIA_LIBRARY,
    can: {
      manage: actor !== null && may.manage(actor, {}),
      seeUtilisation: actor !== null && may.seeUtilisation(actor, {}),
    },
  }
}

const thingOf = ({ id, slug, name, kind, summary }: sql.OfferLine): ThingCard => ({
  ...{ id, title: name, path: paths.offer(slug) },
  context: summary === '' ? kindNames[kind] : `${kindNames[kind]}: ${summary}`,
})

/** Cards of offers, for references, discussions and search; drafts and retired ones are for the SMZ. */
export async function offerThings(actor: Actor | null, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listLines(ids)
  return rows.filter((row) => may.see(actor, row)).map(thingOf)
}

/** What hangs on an offer: references to it, but no files. */
export async function offerStanding(actor: Actor, id: string): Promise<Standing> {
  const [row] = await sql.listLines([id])
  return {
    canRead: row !== undefined && may.see(actor, row),
    canChange: row !== undefined && may.manage(actor, {}),
    plgId: null,
  }
}

export async function locateOffer(path: string): Promise<string | undefined> {
  const [, slug = ''] = /^\/medialab\/angebote\/([a-z0-9-]+)$/.exec(path) ?? []
  return slug === '' ? undefined : sql.findIdBySlug(slug)
}

/** What the search of the house finds; visitors find the same. */
export async function searchOffers(
  _actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (words.length === 0) return []
  return (await sql.search(words, limit)).map(thingOf)
}
