// Makes a fresh clone runnable: right Node, packages, build. Plain Node, no packages of ours, since
// they may not be there yet. When all is in place it costs a fraction of a second.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { readJson, withLock } from './lock.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => path.join(root, ...parts)
const say = (text) => process.stderr.write(text)

/** Ends the process with a sentence when this Node cannot run the platform. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (fits) return
  say(
    `Node ${process.versions.node} passt nicht: gebraucht wird Node 20.19, 22.12 oder neuer (empfohlen: 24).\n` +
      `Node ${process.versions.node} does not fit: 20.19, 22.12 or newer is needed (24 recommended).\n`,
  )
  process.exit(1)
}

/** Installs the packages of package-lock.json unless they are there already, by whomever. */
export async function ensurePackages() {
  if (packagesFit()) return
  // Not in node_modules: npm ci removes that folder first.
  fs.mkdirSync(at('.cache'), { recursive: true })
  await withLock(at('.cache', 'packages.lock'), async () => {
    if (packagesFit()) return
    const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']
    await longStep(
      'Pakete werden installiert … (etwa 1–2 Minuten)',
      npmCommand([...args, '--loglevel=error']),
      { NODE_ENV: 'development' },
    )
  })
}

/** Compares what should be there with the list that every npm leaves in node_modules. */
function packagesFit() {
  const wanted = readJson(at('package-lock.json'))?.packages
  const present = readJson(at('node_modules', '.package-lock.json'))?.packages
  if (!wanted || !present) return false
  const foreign = Object.values(present).some((entry) => !madeForHere(entry))
  return !foreign && Object.keys(wanted).every((name) => isThere(name, wanted[name], present[name]))
}

/** Packages of another system mean a folder that was copied here from elsewhere. */
const madeForHere = ({ os }) =>
  !os || os.includes(process.platform) || os.some((name) => name.startsWith('!'))

function isThere(name, wanted, present) {
  if (name === '' || wanted.link) return true
  if (!present) return Boolean(wanted.optional)
  return present.version === wanted.version && fs.existsSync(at(name))
}

function npmCommand(args) {
  const npm = process.env.npm_execpath ?? ''
  // Only npm itself: under yarn or pnpm this names another program.
  if (/npm-cli\.c?js$/.test(npm)) return [process.execPath, npm, ...args]
  return process.platform === 'win32' ? ['cmd', '/c', 'npm', ...args] : ['npm', ...args]
}

/** Builds the platform unless build/ was made of exactly these sources. */
export async function ensureBuild() {
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === sourcesHash()) return
  await withLock(at('node_modules', '.build.lock'), async () => {
    const sources = sourcesHash()
    if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === sources) return
    fs.rmSync(stampFile, { force: true })
    const cli = path.join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
    await longStep(
      'Die Plattform wird gebaut … (etwa ½ Minute)',
      [process.execPath, cli, 'vite:build', '--logLevel', 'warn'],
      { NODE_ENV: 'production' },
    )
    await compressAssets(at('build', 'client', 'assets'))
    fs.writeFileSync(stampFile, sources)
  })
}

const stampFile = at('build', '.stamp')
const SOURCES = ['app', 'server', 'db', 'public', 'vite.config.ts', 'remix.config.js']
const ALSO = ['tsconfig.json', 'package-lock.json']
const leavesBuildAlone = (file) => /\.test\.tsx?$|(^|[\\/])README\.md$/.test(file)

function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of [...SOURCES, ...ALSO].flatMap(filesIn)) {
    hash
      .update(file)
      .update('\0')
      .update(fs.readFileSync(at(file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(name) {
  if (!fs.existsSync(at(name))) return []
  if (fs.statSync(at(name)).isFile()) return leavesBuildAlone(name) ? [] : [name]
  return fs
    .readdirSync(at(name))
    .sort()
    .flatMap((entry) => filesIn(path.join(name, entry)))
}

/** Scripts and styles never change under their name, so they are compressed once and thoroughly. */
async function compressAssets(folder) {
  const brotli = promisify(zlib.brotliCompress)
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 }
  const names = fs.readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name)
      fs.writeFileSync(`${file}.br`, await brotli(fs.readFileSync(file), { params }))
    }),
  )
}

/** Runs a command that takes its time and shows that it is alive; its output only if it fails. */
async function longStep(headline, [command, ...args], env) {
  const start = Date.now()
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`
  say(`${headline}\n`)
  const heartbeat = setInterval(() => say(`  … ${seconds()}\n`), 10_000)
  const { code, output } = await run(command, args, env)
  clearInterval(heartbeat)
  if (code !== 0) {
    say(`${output}\nMisslungen nach ${seconds()}: ${path.basename(command)} ${args.join(' ')}\n`)
    process.exit(1)
  }
  say(`  fertig nach ${seconds()}\n`)
}

function run(command, args, env) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const collect = (chunk) => (output += chunk)
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

const startedDirectly =
  process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (startedDirectly) {
  checkNode()
  await ensurePackages()
  if (!process.argv.includes('--no-build')) await ensureBuild()
}
