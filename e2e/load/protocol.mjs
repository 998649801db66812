// A protocol that twelve people follow: how far apart they hear of a step, and how well their clocks agree.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, largePlgs, signIn } from './city.mjs'
import { median, quantile } from './crew.mjs'
import { openLine } from './web-socket.mjs'

const BROWSERS = 12
const STEPS = 40
const PATIENCE = 10_000

/** The lead of a PLG of 200 presses, and twelve of its members listen as the page does. */
export async function measureProtocol(platform) {
  const { twoHundred } = await largePlgs(platform)
  const lead = await leadOf(platform, twoHundred)
  const others = twoHundred.members.filter((id) => id !== lead).slice(0, BROWSERS - 1)
  const cookies = await signIn(platform, [lead, ...others])
  const session = await aMeeting(platform, twoHundred, lead)
  const followers = await Promise.all(cookies.map((cookie) => follow(platform, session, cookie)))
  try {
    const press = presser(platform, twoHundred, session, cookies[0])
    await press({ intent: 'start', protocol: 'lesson_study' })
    const spreads = []
    const lasts = []
    for (let round = 0; round < STEPS; round++) {
      const began = performance.now()
      await press({ intent: 'move', act: round % 2 === 0 ? 'next' : 'back' })
      const heard = await allHeard(followers, press.version())
      spreads.push(Math.max(...heard) - Math.min(...heard))
      lasts.push(Math.max(...heard) - began)
    }
    const offsets = await Promise.all(followers.map((one) => one.offset()))
    return {
      'protocol.spread': quantile(spreads, 0.95),
      'protocol.worst': Math.max(...spreads),
      'protocol.last': median(lasts),
      'protocol.clocks': Math.max(...offsets) - Math.min(...offsets),
    }
  } finally {
    await Promise.all(followers.map((one) => one.end()))
  }
}

async function leadOf(platform, plg) {
  const [row] = await ask(
    platform,
    `select person_id as id from plg_members where plg_id = $1 and role = 'lead' and state = 'active'`,
    [plg.id],
  )
  return row.id
}

async function aMeeting(platform, plg, lead) {
  const [row] = await ask(
    platform,
    `insert into plg_sessions (plg_id, title, starts_at, ends_at, mode, created_by, created_at,
       changed_at, client_key)
     values ($1, 'Gemessen', now(), now() + interval '3 hours', 'video', $2, now(), now(), $3)
     returning id, number`,
    [plg.id, lead, randomUUID()],
  )
  return row
}

/** Somebody who listens: when which state of the protocol was heard, and how far the own clock is off. */
async function follow(platform, session, cookie) {
  const heard = new Map()
  const answers = []
  const line = await openLine({
    port: platform.port,
    cookie,
    onNews: ([name, news]) => {
      const version = /^run \S+ \d+ \S+ \d+ (\d+)/.exec(news?.what ?? '')?.[1]
      if (name === 'news' && version) heard.set(Number(version), performance.now())
    },
    onAnswer: (text) => answers.shift()?.(text),
    onEnd: () => {},
  })
  const room = JSON.stringify({ kind: 'plg-session', id: session.id })
  const say = (event) => {
    const answer = new Promise((resolve) => answers.push(resolve))
    line.say(`420["${event}",${room}]`)
    return answer
  }
  if (!(await say('join')).includes('"ok":true')) throw new Error('Nicht im Treffen.')
  return {
    heard,
    /** As app/routes/sessions/components/use-server-clock.ts does it. */
    async offset() {
      let best = { trip: Infinity, offset: 0 }
      for (let round = 0; round < 5; round++) {
        const sent = Date.now()
        const now = Number(/"now":(\d+)/.exec(await say('clock'))?.[1])
        const back = Date.now()
        if (back - sent < best.trip) best = { trip: back - sent, offset: now - (sent + back) / 2 }
      }
      return best.offset
    },
    end: () => line.destroy(),
  }
}

/** Presses as the form does, each time with the number of the state that is shown. */
function presser(platform, plg, session, cookie) {
  let version = 0
  const address = `${platform.origin}/plg/${plg.slug}/termine/${session.number}/live`
  const press = async (fields) => {
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: platform.origin },
      body: new URLSearchParams({ ...fields, version: String(version) }),
    })
    await answer.text()
    if (answer.status !== 303) throw new Error(`Die Methode geht nicht weiter: ${answer.status}`)
    version += 1
  }
  return Object.assign(press, { version: () => version })
}

async function allHeard(followers, version) {
  for (const start = Date.now(); Date.now() - start < PATIENCE; await sleep(5)) {
    const times = followers.map(({ heard }) => heard.get(version))
    if (times.every((at) => at !== undefined)) return times
  }
  throw new Error('Nicht alle haben den Schritt gehört.')
}
