// Finds a Chromium: CHROMIUM_PATH, the system's, Playwright's own, else the one that npm brought.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** @returns {Promise<{ executable: string, env: Record<string, string> }>} */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return { executable: process.env.CHROMIUM_PATH, env: {} }
  const system = process.env.NO_SYSTEM_CHROMIUM ? [] : systemPaths()
  for (const executable of [...system, await playwrightsOwn()]) {
    if (fs.existsSync(executable) && answers(executable)) return { executable, env: {} }
  }
  return packaged()
}

function systemPaths() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), MAC]
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

function answers(executable, env = {}) {
  const options = { timeout: 20_000, stdio: 'ignore', env: { ...process.env, ...env } }
  return spawnSync(executable, ['--no-sandbox', '--headless', '--version'], options).status === 0
}

/** The package unpacks into the temporary folder, which users share; here each clone has its own. */
async function packaged() {
  if (process.platform !== 'linux') {
    throw new Error('Kein Chromium gefunden. Bitte eines installieren oder CHROMIUM_PATH setzen.')
  }
  const cache = path.join(root, '.cache', 'chromium')
  fs.mkdirSync(cache, { recursive: true })
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = cache
  if (os.tmpdir() !== cache) throw new Error('os.tmpdir() does not follow TMPDIR')
  const { default: sparticuz } = await import('@sparticuz/chromium')
  const executable = await sparticuz.executablePath()
  if (temporary === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = temporary
  if (answers(executable)) return { executable, env: {} }
  // Without the system's NSS libraries it runs on those that lie in the package.
  const libraries = path.join(cache, 'nss')
  const archive = path.join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br')
  if (!fs.existsSync(path.join(libraries, 'lib'))) await unpack(archive, libraries)
  return { executable, env: { LD_LIBRARY_PATH: path.join(libraries, 'lib') } }
}

/** A tar archive is a row of blocks of 512 bytes: a head with name and size, then the content. */
async function unpack(archive, folder) {
  const bytes = zlib.brotliDecompressSync(fs.readFileSync(archive))
  const text = (from, to) => bytes.toString('utf8', from, to).replace(/\0[^]*$/, '')
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, at + 136), 8) || 0
    const isFile = bytes[at + 156] === 48 || bytes[at + 156] === 0
    if (isFile) {
      const file = path.join(folder, text(at, at + 100))
      fs.mkdirSync(path.dirname(file), { recursive: true })
      const out = fs.createWriteStream(file, { mode: 0o755 })
      out.end(bytes.subarray(at + 512, at + 512 + size))
      await once(out, 'close')
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
}
