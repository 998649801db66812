// Imports of the school register during a round: by the command line, then by the page.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../platform.mjs'
import { OPERATOR } from './people.mjs'
import { registerOf } from './register.mjs'
import { enter } from './streams.mjs'

const PAGE = '/verwaltung/schulen/import'
const nameOf = (edition) => `probe-${edition}.csv`
export const editionOf = (fileName) => Number(fileName.match(/^probe-(\d+)\.csv$/)?.[1] ?? 0)

/** One edition after the other until it is over. The first one comes from the command line. */
export async function importEditions(stream, { withCommandLine = true } = {}) {
  const { world, ledger, isOver } = stream
  if (withCommandLine) {
    const entry = { kind: 'import', who: 'Befehlszeile', edition: ++world.edition }
    ledger.entries.push(entry)
    ledger.writes++
    entry.outcome = (await importByCommand(world, entry.edition)) ? 'acknowledged' : 'unknown'
    if (entry.outcome === 'acknowledged') ledger.acknowledged++
  }
  while (!isOver()) {
    const entry = { kind: 'import', who: OPERATOR, edition: ++world.edition, uploadId: '' }
    if (!(await importByPage(stream, entry))) return
    await sleep(200)
  }
}

async function importByCommand({ platform }, edition) {
  const file = path.join(platform.dataDir, nameOf(edition))
  fs.writeFileSync(file, registerOf(edition))
  const command = [path.join(root, 'server', 'cli.mjs'), 'schools:import', file]
  const child = spawn(process.execPath, command, { env: platform.env, stdio: 'pipe' })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.resume()
  const [code] = await once(child, 'close')
  fs.rmSync(file, { force: true })
  return code === 0 && output.includes('Der Import ist abgeschlossen.')
}

/** Checks a file and takes it over: two forms. @returns false when nothing more is to be sent */
export async function importByPage(stream, entry) {
  const browser = await stream.world.browserOf(OPERATOR)
  const review = { kind: 'review', who: OPERATOR, edition: entry.edition }
  const reviewed = await enter(stream, review, () => {
    const body = new FormData()
    body.set('intent', 'review')
    body.set('file', new Blob([registerOf(entry.edition)]), nameOf(entry.edition))
    return browser.upload(PAGE, body)
  })
  if (review.outcome !== 'acknowledged') return false
  entry.uploadId = new URL(reviewed.location, 'http://x').searchParams.get('datei') ?? ''
  const fields = { intent: 'apply', uploadId: entry.uploadId }
  await enter(stream, entry, () => browser.post(PAGE, fields))
  return entry.outcome === 'acknowledged'
}
