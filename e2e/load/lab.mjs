// The MediaLab: CPU and time of the calendar and of looking for a time; and who gets it when all want the same.
import { randomUUID } from 'node:crypto'
import { ask, signIn, untilQueueIsEmpty } from './city.mjs'
import { aChild } from './crew.mjs'
import { measureAll } from './pages.mjs'

/** Different people, each with a session of their own; the race for the heap needs most of them. */
const PEOPLE = 500
const VIEWERS = 200
/** More at the same moment than a process lets wait for its database are told to come again (503). */
const MOST_CONNECTIONS = 200
/** Days ahead that are looked at; some of them are closed, and their page says so. */
const DAYS = 20
const DAY = 24 * 60 * 60_000
const ENOUGH = { warmUp: 300, measured: 300 }

/** Views of the lab's pages and two races, on a started platform. @returns figures by name */
export async function measureLab(platform) {
  const facts = await factsOf(platform)
  const pages = await measureAll(platform, PAGES, () => Promise.resolve(facts))
  const { slot, heap } = facts
  return {
    ...pages,
    ...(await race(platform, { name: 'slot', count: 200, of: 1, place: slot, facts })),
    ...(await race(platform, { name: 'heap', count: 500, of: 30, place: heap, facts })),
  }
}

const PAGES = {
  grid: {
    ...ENOUGH,
    requests: ({ people, open }) =>
      people.slice(0, VIEWERS).map(({ cookie }, at) => ({
        path: `/medialab/kalender?tag=${open[at % open.length]}&seite=${1 + (at % 8)}`,
        cookie,
        expected: 'class="raster"',
      })),
  },
  findTime: {
    ...{ connections: 4, warmUp: 40, measured: 80 },
    requests: ({ people, open }) =>
      people.slice(0, VIEWERS).map(({ cookie }, at) => ({
        path: `/medialab/suchen?tag=${open[at % open.length]}&von=10:00&bis=12:00&wann=offen&was1=Raum&anzahl1=1&was2=iPad-Koffer&anzahl2=15&was3=Beratung&anzahl3=1`,
        cookie,
        expected: 'MediaLab',
      })),
  },
}

async function factsOf(platform) {
  const rows = await ask(
    platform,
    `select distinct on (m.person_id) m.person_id, m.school_id from memberships m
     where m.role = 'teacher' and m.state = 'confirmed' and m.school_id is not null
     order by m.person_id limit $1`,
    [PEOPLE],
  )
  const cookies = await signIn(
    platform,
    rows.map((row) => row.person_id),
  )
  const people = rows.map((row, at) => ({ cookie: cookies[at], schoolId: row.school_id }))
  const [, ...open] = await openDays(platform, people[0].cookie)
  return {
    ...{ people, open },
    slot: await freePlace(platform, { open, cookie: people[0].cookie, isHeap: false }),
    heap: await freePlace(platform, { open, cookie: people[0].cookie, isHeap: true }),
  }
}

/** Days that the calendar shows as open; the rules know holidays, the bench does not. */
async function openDays(platform, cookie) {
  const days = Array.from({ length: DAYS }, (_, n) =>
    new Date(Date.now() + (n + 1) * DAY).toISOString().slice(0, 10),
  )
  const open = []
  for (const day of days) {
    const html = await pageOf(platform, `/medialab/kalender?tag=${day}`, cookie)
    if (html.includes('class="raster"')) open.push(day)
  }
  if (open.length < 2) throw new Error('Der Kalender zeigt keine offenen Tage.')
  return open
}

/** A set and an hour of it at which all of it is free, as its own page of the calendar says. */
async function freePlace(platform, { open, cookie, isHeap }) {
  const sets = await ask(
    platform,
    `select o.slug, r.id from lab_offers o join lab_resources r on r.offer_id = o.id
     where o.kind = 'set' and r.is_counted = $1 order by o.number limit 20`,
    [isHeap],
  )
  for (const { slug, id } of sets)
    for (const day of open) {
      const html = await pageOf(platform, `/medialab/kalender?tag=${day}&angebot=${slug}`, cookie)
      if (/class="frei" href="[^"]*von=15%3A00/.test(html))
        return { slug, day, resourceId: id, from: '15:00', to: '16:00' }
    }
  throw new Error('Es ist keine Stunde ganz frei.')
}

async function pageOf({ port }, path, cookie) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}

/** So many people send the same form at once: as many get it as there are, all others the sentence. */
async function race(platform, { name, count, of, place, facts }) {
  const requests = facts.people.slice(0, count).map(({ cookie, schoolId }) => ({
    ...{ path: '/medialab/buchen', cookie, placed: 302, refused: 409, expected: 'vergeben' },
    form: {
      ...{ step: 'book', basket: `${place.slug}:1`, way: 'lab', day: place.day, schoolId },
      ...{ from: place.from, to: place.to, purpose: 'Wir wollen alle', clientKey: randomUUID() },
    },
  }))
  const visitor = aChild('./visitor.mjs')
  const began = performance.now()
  try {
    const { faults, refusals } = await visitor.ask({
      ...{ port: platform.port, requests, connections: Math.min(count, MOST_CONNECTIONS), count },
    })
    const last = performance.now() - began
    if (faults.length > 0) throw new Error(`${name}: ${[...new Set(faults)].join('; ')}`)
    await untilQueueIsEmpty(platform)
    const [{ held, peak }] = await ask(
      platform,
      `select count(distinct c.date_id)::int as held, coalesce(sum(c.quantity), 0)::int as peak from lab_claims c
       join lab_dates d on d.id = c.date_id join lab_bookings b on b.id = d.booking_id
       where c.resource_id = $1 and c.is_active and b.purpose = 'Wir wollen alle'`,
      [place.resourceId],
    )
    if (held !== of || peak !== of || refusals !== count - of)
      throw new Error(`${name}: ${held} Buchungen, ${refusals} Absagen, ${peak} vergeben`)
    return { [`${name}.won`]: held, [`${name}.last`]: last }
  } finally {
    visitor.end()
  }
}
