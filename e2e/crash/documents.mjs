// Documents during the crash tests: how one comes to be, who writes in it, and what of it the database holds.
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { connected } from '../../db/prepare.mjs'
import { aWriter } from '../writer.mjs'
import { formWith, judge } from './browser.mjs'
import { SHARED_PLGS } from './people.mjs'

const [{ plg: PLG, writers: MEMBERS }] = SHARED_PLGS
export const FIVE = MEMBERS.slice(0, 5)

/** Makes a document through the page. @returns its id and address */
export async function newDocument(world, who, title) {
  const browser = await world.browserOf(who)
  const address = `/plg/${PLG}/dokumente/neu`
  const form = formWith((await browser.get(address)).html, 'title', '', address)
  const fields = { ...form?.fields, title, template: 'empty', folder: '' }
  const answer = await browser.post(address, fields)
  if (judge(answer) !== 'acknowledged')
    throw new Error(`Das Dokument ließ sich nicht anlegen (${answer.status})`)
  const [{ id }] = await world.rows('select id from documents where title = $1', [title])
  return { id, address: answer.location.replace(/[#?].*$/, '') }
}

/** Somebody who types words of which each is there once, and knows which of them are acknowledged. */
export async function aTypist(world, document, who, { random, port = world.platform.port }) {
  const cookie = `session=${(await world.browserOf(who)).session()}`
  const name = `document.${document.id}`
  const { origin } = world.platform
  const writer = aWriter({ url: `ws://127.0.0.1:${port}/collab`, origin, cookie, name })
  const place = who.replace(/\W/g, '')
  /** Each with the number that the change had. */
  const words = []
  let text
  function press() {
    const word = `${place}${words.length}x`
    writer.document.transact(() => {
      if (!text || random.chance(0.1)) {
        const paragraph = new Y.XmlElement('paragraph')
        text = new Y.XmlText()
        paragraph.insert(0, [text])
        writer.fragment.insert(random.between(0, writer.fragment.length), [paragraph])
      }
      text.insert(text.length, ` ${word}`)
    })
    words.push({ word, change: writer.made() })
  }
  return {
    ...writer,
    who,
    words,
    press,
    /** Types until told to stop, with the line or without it. */
    async type(isOver) {
      while (!isOver()) {
        press()
        await sleep(random.between(10, 50))
      }
    },
    acknowledged: () => words.filter(({ change }) => change <= writer.settled()),
    reads: () => wordsIn(writer.fragment),
  }
}

/** All words of a text, in their order. */
function wordsIn(fragment) {
  const inside = (node) =>
    node instanceof Y.XmlText ? node.toString() : node.toArray().map(inside).join(' ')
  return inside(fragment).split(/\s+/).filter(Boolean)
}

/** What a server that starts now would read: the state and the journal. */
export async function keptWords(rows, { id }) {
  // Of one moment: between two questions everything may have gone from the journal into the state.
  const [{ state, pieces }] = await rows(
    `select state, array(select data from document_updates u where u.document_id = c.document_id
       order by u.id) as pieces
     from document_contents c where document_id = $1`,
    [id],
  )
  const document = new Y.Doc()
  for (const update of [state, ...pieces]) Y.applyUpdate(document, update)
  return wordsIn(document.getXmlFragment('default'))
}

/** How to ask a PostgreSQL that no server of ours runs. */
export const rowsOf =
  ({ ownerUrl }) =>
  (statement, values = []) =>
    connected(ownerUrl, async (client) => (await client.query(statement, values)).rows)

/** @returns what is wrong: words that are missing, and words that are there twice */
export function compareWords(where, wanted, found) {
  const counts = new Map()
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1)
  const lost = wanted.filter(({ word }) => !counts.has(word))
  const doubled = [...counts].filter(([, count]) => count > 1)
  return {
    lost: lost.length,
    doubled: doubled.length,
    problems: [
      ...lost.map(({ word }) => `${where}: ${word} fehlt`),
      ...doubled.map(([word, count]) => `${where}: ${word} ${count}-mal`),
    ],
  }
}

export async function until(isSo, ms = 20_000) {
  for (const began = Date.now(); Date.now() - began < ms; await sleep(25)) if (isSo()) return true
  return isSo()
}

/** All come back by themselves, and read the same. @returns what is wrong */
export async function converge(typists) {
  const problems = []
  if (!(await until(() => typists.every((one) => one.isSaved()))))
    problems.push(
      ...typists.filter((one) => !one.isSaved()).map(({ who }) => `${who}: nicht gesichert`),
    )
  const isSame = () => new Set(typists.map((one) => one.reads().join(' '))).size === 1
  if (!(await until(isSame, 5_000))) problems.push('nicht alle lesen dasselbe')
  return problems
}

/** The page for reading, as words. */
export async function readPage(world, { address }, who) {
  const { html, status } = await (await world.browserOf(who)).get(address)
  const words = html
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /^[a-z]+\d+x$/.test(word))
  return { status, words }
}
