// Locks between processes, made of files. They survive kill -9 without help: a lock names its owner
// so exactly that a dead owner, or a number given to another process later, is recognised.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Who the process with this number is: pid and time of its start. Null when there is none.
 * @param {number} pid
 * @returns {string | null}
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') return linuxIdentity(pid)
  if (process.platform === 'win32') return isRunning(pid) ? String(pid) : null
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return started.stdout?.trim() ? `${pid} ${started.stdout.trim()}` : null
}

function linuxIdentity(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything, also spaces: the fixed fields begin behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return null
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${pid} ${fields[19]} ${boot}`
  } catch {
    return null
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The JSON in a file, or null when there is none that can be read. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Writes a file that is either the old or the new one, never half of it. */
export function writeJson(file, content) {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  fs.writeFileSync(draft, JSON.stringify(content), { mode: 0o600 })
  fs.renameSync(draft, file)
}

/**
 * Runs `work` while no other process is inside the same lock.
 * @template T
 * @param {string} file
 * @param {() => Promise<T> | T} work
 * @param {number} [waitMs]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, waitMs = 120_000) {
  const mine = { pid: process.pid, identity: identityOf(process.pid), token: randomToken() }
  await acquire(file, mine, Date.now() + waitMs)
  try {
    return await work()
  } finally {
    if (readJson(file)?.token === mine.token) fs.rmSync(file, { force: true })
  }
}

const randomToken = () => randomBytes(8).toString('hex')

async function acquire(file, mine, deadline) {
  for (;;) {
    if (placeLock(file, mine)) return
    const owner = readJson(file)
    if (owner && isDead(owner)) {
      fs.rmSync(file, { force: true })
      if (!placeLock(file, mine)) continue
      // Somebody who saw the same dead owner may have removed our lock instead: look again.
      await sleep(60)
      if (readJson(file)?.token === mine.token) return
      continue
    }
    if (Date.now() > deadline) throw new Error(`${file} is held by process ${owner?.pid}`)
    await sleep(50)
  }
}

const isDead = (owner) => identityOf(owner.pid) !== owner.identity

/** A link appears with its content or not at all, so nobody ever reads an empty lock. */
function placeLock(file, mine) {
  const draft = `${file}.${mine.token}`
  fs.writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}
