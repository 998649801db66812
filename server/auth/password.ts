import { hash, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import { Busy } from '#server/platform/errors.ts'

/** argon2id, 19 MiB, three passes (safety.md AU-1). 2 is the library's number for argon2id. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 3, parallelism: 1 } as const
const AT_ONCE = 4
const WAITING = 50

export const LONGEST_PASSWORD = 1024

let running = 0
const waiting: (() => void)[] = []

/** At most four hashes at once: each takes 19 MiB and a core. Beyond fifty waiting ones we are busy (503). */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Busy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** NFKC once, so that "ä" typed on two keyboards is one password. Nothing is cut or folded. */
const normal = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string) => inTurn(() => hash(normal(password), COST))

const COMMON = new Set(dictionary['passwords'])

let nobody: Promise<string> | undefined

/**
 * Compares in the same time whether or not the account has a password, so that nobody learns which accounts exist.
 */
export async function verifyPassword(known: string | null, password: string): Promise<boolean> {
  if (Buffer.byteLength(password) > LONGEST_PASSWORD) return false
  nobody ??= hash('nobody has this password', COST)
  const against = known ?? (await nobody)
  const matches = await inTurn(() => verify(against, normal(password)))
  return matches && known !== null
}

const CONTEXT = ['schule', 'duisburg', 'lernen25', 'lehrer', 'passwort', 'iserv']

/** Is it on the list of the common ones, or little more than a word of this place or the person's name? */
export function isGuessable(password: string, names: string[]): boolean {
  const plain = normal(password).toLowerCase()
  if (COMMON.has(plain)) return true
  if (new Set(plain).size < 5) return true
  const rest = [
    ...CONTEXT,
    ...names.map((name) => name.toLowerCase()).filter((n) => n.length > 2),
  ].reduce((left, word) => left.replaceAll(word, ''), plain)
  const bare = rest.replace(/[\d\W_]+/g, '')
  return bare.length < 4 && plain.length < 24 && rest !== plain
}
