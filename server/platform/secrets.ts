import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from './env.ts'

let generated: string | undefined

/** When not live and none was given: a secret of this data folder, so that cookies survive a restart. */
function fromDataDir(): string {
  const { dataDir } = settings()
  const file = join(dataDir, 'secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    mkdirSync(dataDir, { recursive: true })
    const secret = randomBytes(32).toString('base64url')
    try {
      writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
      return secret
    } catch {
      return readFileSync(file, 'utf8').trim()
    }
  }
}

function roots(): string[] {
  const given = settings().sessionSecrets
  return given.length > 0 ? given : [(generated ??= fromDataDir())]
}

const derive = (root: string, purpose: string) =>
  createHmac('sha256', root).update(purpose).digest('base64url')

/** The key for one purpose; keys of different purposes have nothing in common. */
export function secretFor(purpose: string): string {
  return derive(roots()[0] ?? '', purpose)
}

/** All keys still accepted for a purpose, the newest first: how a secret is exchanged without signing everyone out. */
export function secretsFor(purpose: string): string[] {
  return roots().map((root) => derive(root, purpose))
}
