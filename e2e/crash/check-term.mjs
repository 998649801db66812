// SIGTERM in the middle of a stream: what is under way is finished, nothing acknowledged is lost.
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { comparePosts, sendAgain } from './compare-posts.mjs'
import { compareReactions } from './compare-reactions.mjs'
import { aLedger } from './ledger.mjs'
import { SHARED_PLGS } from './people.mjs'
import { seeded } from './random.mjs'
import { write } from './streams.mjs'
import { forgetLimits, openTopics } from './world.mjs'

export async function checkTerm(world, report, seed) {
  const { platform } = world
  await forgetLimits(world)
  const topics = await openTopics(world, 'SIGTERM')
  const ledger = aLedger()
  const state = { isOver: false }
  const stream = (who) => ({
    world,
    ledger,
    isOver: () => state.isOver,
    random: seeded(seed, `term ${who}`),
  })
  const { writers } = SHARED_PLGS[0]
  const flowing = Promise.all(writers.map((who) => write(stream(who), who, topics[0])))
  const slow = await aSlowPost(world, topics[0], ledger)
  const line = await aLine(world, topics[0].who)
  const asked = aRequest(platform, 'GET /readyz HTTP/1.1\r\nHost: localhost\r\n')
  for (const began = Date.now(); ledger.acknowledged < 30 && Date.now() - began < 20_000;)
    await sleep(5)

  const began = performance.now()
  const stopped = platform.stop()
  await sleep(400)
  const ready = await asked.finish('\r\n')
  const finished = await slow.finish()
  const code = await stopped
  const ms = performance.now() - began
  state.isOver = true
  await flowing
  report.worst('SIGTERM to the end, ms', ms)
  report.check('SIGTERM: Ende mit 0 in 15 s', [
    ...(code === 0 ? [] : [`Ende mit ${code}`]),
    ...(ms > 15_000 ? [`${Math.round(ms)} ms`] : []),
  ])
  report.check('SIGTERM: readyz sagt 503, während noch gearbeitet wird', [
    ...(ready.startsWith('HTTP/1.1 503') ? [] : [`Antwort: ${ready.slice(0, 60)}`]),
  ])
  report.check('SIGTERM: was unterwegs ist, wird beantwortet', [
    ...(/^HTTP\/1\.1 30[23]/.test(finished) ? [] : [`Antwort: ${finished.slice(0, 60)}`]),
    ...ledger.odd,
  ])
  const reason = await Promise.race([line.closed, sleep(2_000, 'nichts')])
  report.check('SIGTERM: offene Leitungen erfahren es', [
    ...(/server disconnect|transport close/.test(reason) ? [] : [`gehört: ${reason}`]),
  ])
  await platform.start()
  const posts = await comparePosts(world, ledger, topics)
  const reactions = await compareReactions(world, topics)
  report.add('lost', posts.lost)
  report.check('SIGTERM: nichts Bestätigtes fehlt', [...posts.problems, ...reactions.problems])
  report.check('SIGTERM: noch einmal senden macht keinen zweiten', await sendAgain(world, ledger))
}

/** A form whose second half arrives after the signal. */
async function aSlowPost(world, topic, ledger) {
  const browser = await world.browserOf(topic.who)
  const key = seeded(7, topic.title + Date.now()).uuid()
  const body = `Probe ${key}`
  const entry = { kind: 'post', who: topic.who, key, body, topic, outcome: 'unknown' }
  ledger.entries.push(entry)
  const text = new URLSearchParams({ intent: 'write', clientKey: key, body }).toString()
  const head = [
    `POST ${topic.address} HTTP/1.1`,
    `Host: localhost:${world.platform.port}`,
    `Origin: ${world.platform.origin}`,
    `Cookie: session=${browser.session()}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${text.length}`,
    '',
    text.slice(0, 20),
  ]
  const request = aRequest(world.platform, head.join('\r\n'))
  return {
    async finish() {
      const answer = await request.finish(text.slice(20))
      if (/^HTTP\/1\.1 30[23]/.test(answer)) entry.outcome = 'acknowledged'
      return answer
    },
  }
}

/** The beginning of a request at once, the rest when `finish` is called. */
function aRequest({ port }, beginning) {
  const socket = net.connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk))
  socket.on('error', (error) => (answer ||= String(error)))
  socket.write(beginning)
  return {
    async finish(rest) {
      socket.write(rest)
      for (const began = Date.now(); !answer && Date.now() - began < 10_000;) await sleep(10)
      socket.destroy()
      return answer
    },
  }
}

/** @returns `closed`: why the line was closed, as the browser is told */
async function aLine(world, who) {
  const browser = await world.browserOf(who)
  const { origin } = world.platform
  const socket = io(origin, {
    path: '/rt',
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: `session=${browser.session()}`, origin },
  })
  await once(socket, 'connect')
  return { closed: new Promise((resolve) => socket.once('disconnect', resolve)) }
}
