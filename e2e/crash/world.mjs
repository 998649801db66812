// The persons of the demonstration district who write during the crash tests, each with a browser,
// and the database beside the pages.
import { connected } from '../../db/prepare.mjs'
import { aBrowser, judge } from './browser.mjs'
import { SHARED_PLGS } from './people.mjs'

/**
 * @typedef {object} Entry one form that was sent
 * @property {string} kind
 * @property {string} who
 * @property {'acknowledged' | 'unknown' | 'refused' | 'odd'} outcome
 */

/** @param {Awaited<ReturnType<import('../platform.mjs').aPlatform>>} platform */
export function aWorld(platform) {
  const browsers = new Map()
  const world = {
    platform,
    /** The newest edition of the register that was sent, counted over all rounds. */
    edition: 0,
    /** Sessions of earlier rounds that were acknowledged and not ended, and those that were ended. */
    openSessions: new Set(),
    endedSessions: new Set(),
    signInsSent: 0,
    /** @returns {Promise<ReturnType<typeof aBrowser>>} the person's browser, signed in */
    async browserOf(who) {
      const known = browsers.get(who)
      if (known) return known
      const browser = aBrowser(platform.origin)
      world.signInsSent++
      const answer = await browser.signIn(addressOf(who))
      if (judge(answer) !== 'acknowledged' || !browser.session())
        throw new Error(`${who} kommt nicht herein (${answer.status})`)
      browsers.set(who, browser)
      world.openSessions.add(browser.session())
      return browser
    },
    /** @returns {Promise<any[]>} rows, asked as the owner of the tables */
    async rows(statement, values = []) {
      const run = async (client) => (await client.query(statement, values)).rows
      return connected(platform.ownerUrl(), run)
    },
    /** Everybody of the streams, so that signing in does not take time from the round. */
    async signInEverybody(names) {
      for (const who of names) await world.browserOf(who)
    },
  }
  return world
}

export const addressOf = (who) => `${who}@demo.lernen25.example`

/** Limits of earlier rounds must not slow the stream: the crash is under test, not they. */
export const forgetLimits = (world) => world.rows('delete from rate_limits')

/** Opens the topics of a round through the page. @returns their places */
export async function openTopics(world, round) {
  const topics = []
  for (const { plg, openers } of SHARED_PLGS)
    for (const who of openers) {
      const browser = await world.browserOf(who)
      const address = `/plg/${plg}/diskussion/neu`
      const { html } = await browser.get(address)
      const clientKey = html.match(/name="clientKey" value="([^"]+)"/)?.[1] ?? ''
      const title = `Absturzprobe ${round} von ${who}`
      const answer = await browser.post(address, { title, body: 'Erster Beitrag.', clientKey })
      if (judge(answer) !== 'acknowledged')
        throw new Error(`Das Thema ließ sich nicht öffnen (${answer.status})`)
      topics.push({ plg, who, title, address: answer.location.replace(/[#?].*$/, '') })
    }
  return topics
}
