// Streams of forms, each sent by one person after the other. A stream ends when `isOver` says so;
// what was answered, and what was not, stands in the ledger.
import { setTimeout as sleep } from 'node:timers/promises'
import { aBrowser, formWith, judge } from './browser.mjs'
import { JOINED_PLG, MENTIONED } from './people.mjs'
import { addressOf } from './world.mjs'

/** Below the limit of 30 posts a minute. */
const MOST_POSTS = 28
const MOST_SIGN_INS = 14
const PAUSE_AFTER_TROUBLE = 120

/**
 * Sends a form, again until it is answered when `repeats`, and keeps the books.
 * @param {{ ledger: import('./ledger.mjs').Ledger, isOver: () => boolean }} stream
 */
async function enter({ ledger, isOver }, entry, send, repeats = true) {
  ledger.entries.push(entry)
  entry.outcome = 'unknown'
  do {
    ledger.writes++
    entry.sent = (entry.sent ?? 0) + 1
    const answer = await send()
    entry.outcome = ledger.judged(entry, answer)
    if (entry.outcome !== 'unknown') return answer
    await sleep(PAUSE_AFTER_TROUBLE)
  } while (repeats && !isOver())
  return null
}

/** Posts into one topic. Half of what was not answered is sent again with its key, as a person would. */
export async function write(stream, who, topic) {
  const { world, random, isOver } = stream
  const browser = await world.browserOf(who)
  const { html } = await browser.get(topic.address)
  const form = formWith(html, 'intent', 'write', topic.address)
  let key = form?.fields.clientKey ?? random.uuid()
  for (let count = 0; count < MOST_POSTS && !isOver(); count++) {
    const mention = who !== MENTIONED.who && random.chance(0.1)
    const body = `Probe ${key}${mention ? ` @${MENTIONED.name} bitte` : ''}`
    const entry = { kind: 'post', who, key, body, topic }
    const fields = { ...form?.fields, intent: 'write', clientKey: key, body }
    const send = () => browser.post(topic.address, fields)
    const answer = await enter(stream, entry, send, random.chance(0.5))
    if (entry.outcome === 'refused') return
    key = random.uuid()
    // A browser follows to the page, which brings the key of the next form.
    if (answer && random.chance(0.15)) {
      const page = await browser.get(answer.location.replace(/#.*$/, ''))
      key = formWith(page.html, 'intent', 'write', topic.address)?.fields.clientKey ?? key
    }
  }
}

/** Joins and leaves an open PLG in turn. Where the person stands is read from the page first. */
export async function comeAndGo(stream, who) {
  const { world, isOver } = stream
  const browser = await world.browserOf(who)
  const address = `/plg/${JOINED_PLG}`
  const form = formWith((await browser.get(address)).html, 'intent', 'join', address)
  let isInside = form === null
  while (!isOver()) {
    const entry = { kind: isInside ? 'leave' : 'join', who }
    const fields = form?.fields ?? { intent: 'join', schoolId: '' }
    const send = () =>
      isInside
        ? browser.post(`${address}/mitglieder`, { intent: 'leave' })
        : browser.post(address, fields)
    await enter(stream, entry, send)
    if (entry.outcome !== 'acknowledged') return
    isInside = !isInside
  }
}

/** Signs in on a new device each time; every second one signs out again. */
export async function signInAndOut(stream, who) {
  const { world, random, isOver } = stream
  for (let count = 0; count < MOST_SIGN_INS && !isOver(); count++) {
    const browser = aBrowser(world.platform.origin)
    const entry = { kind: 'sign-in', who, token: '' }
    await enter(stream, entry, () => browser.signIn(addressOf(who)), false)
    entry.token = browser.session()
    if (entry.outcome !== 'acknowledged' || random.chance(0.5)) continue
    const { token } = entry
    const out = { kind: 'sign-out', who, token }
    const again = () => browser.withSession(token).post('/abmelden', {})
    await enter(stream, out, again, random.chance(0.5))
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Changes one's name over and over: the protocol keeps every step. */
export async function rename(stream, who) {
  const { world, random, isOver } = stream
  const browser = await world.browserOf(who)
  const { html } = await browser.get('/konto')
  const form = formWith(html, 'intent', 'rename', '/konto?index')
  while (form && !isOver()) {
    const suffix = Array.from({ length: 10 }, () => LETTERS[random.between(0, 25)]).join('')
    const entry = { kind: 'rename', who, to: `Probe-${suffix}` }
    const send = () => browser.post(form.action, { ...form.fields, lastName: entry.to })
    await enter(stream, entry, send)
    await sleep(60)
  }
}

/** For the importer, which keeps its own order. */
export { enter, judge }
