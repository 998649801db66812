// Several starts on one data folder: one serves, the others end with a sentence, nothing is broken.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../server/pg.mjs'
import { root } from '../platform.mjs'

export async function checkTwoStarts(world, report) {
  const { platform } = world
  const taken = aStart(platform.env)
  await taken.ended
  report.check('zwei Starts, ein Port: der zweite endet mit einem Satz', [
    ...(taken.code === 1 ? [] : [`Ende mit ${taken.code}`]),
    ...(taken.output.includes('ist schon belegt') ? [] : [taken.output.slice(0, 200)]),
  ])

  await platform.stop()
  const [first, second] = [
    aStart(await onItsOwnPort(platform)),
    aStart(await onItsOwnPort(platform)),
  ]
  const began = Date.now()
  await Promise.race([first.ended, second.ended, sleep(40_000, null, { ref: false })])
  const [winner, loser] = first.code === undefined ? [first, second] : [second, first]
  const seconds = Math.round((Date.now() - began) / 1000)
  const page = await fetch(`${winner.origin}/schulen`).catch(() => null)
  report.check('zwei Starts zugleich auf einem Datenordner: einer dient, der andere endet', [
    ...(winner.code === undefined && page?.ok
      ? []
      : [`keiner dient (${winner.output.slice(-200)})`]),
    ...(loser.code === 1 ? [] : [`der andere endet mit ${loser.code} nach ${seconds} s`]),
    ...(/Datenbank in .* wird schon von Prozess \d+ benutzt/.test(loser.output)
      ? []
      : [`kein Satz: ${loser.output.slice(-200)}`]),
    ...(/\n\s+at /.test(loser.output) ? ['ein Stapel statt eines Satzes'] : []),
  ])

  // The next one starts while the last one is still ending: it waits for it.
  winner.process.kill('SIGTERM')
  const problems = await platform.start().then(
    () => [],
    (error) => [error.message],
  )
  await winner.ended
  const [{ count }] = await world.rows('select count(*)::int as count from posts')
  report.check('ein Start, während der vorige noch endet, wartet und dient dann', [
    ...problems,
    ...(winner.code === 0 ? [] : [`der vorige endet mit ${winner.code}`]),
    ...(count > 0 ? [] : ['die Beiträge fehlen']),
  ])
}

async function onItsOwnPort({ env }) {
  const port = await freePort()
  return { ...env, PORT: String(port), ORIGIN: `http://localhost:${port}` }
}

/** What `npm start` runs, with everything it says. */
function aStart(env) {
  const child = spawn(process.execPath, [path.join(root, 'server', 'main.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const start = { process: child, origin: env.ORIGIN, output: '', code: undefined, ended: null }
  child.stdout.on('data', (chunk) => (start.output += chunk))
  child.stderr.on('data', (chunk) => (start.output += chunk))
  start.ended = once(child, 'close').then(([code]) => {
    start.code = code
  })
  return start
}
