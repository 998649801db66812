import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from './env.ts'
import type { KeptMail } from './mail.ts'

/** Mails that were kept as files instead of sent, the newest first. For the demo's /postfach and tests. */
export function keptMails(longest = 50): KeptMail[] {
  const folder = join(settings().dataDir, 'mail')
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, longest)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptMail)
}
