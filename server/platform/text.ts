import { z } from 'zod'

/** What no text of a person needs and what breaks databases, logs and eyes (safety.md RL-6). */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Line ends as \n, no control or direction characters, no half surrogates, NFC. */
export function cleanText(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').toWellFormed().normalize('NFC')
}

type Limits = { min?: number; max: number; missing?: string }

/** One line of text: cleaned, inner white space joined, trimmed. */
export function line(limits: Limits) {
  return z.string({ error: limits.missing ?? 'Bitte ausfüllen.' }).transform(asLine(limits))
}

/** Text of several lines: cleaned, trimmed at both ends. */
export function paragraph(limits: Limits) {
  return z.string({ error: limits.missing ?? 'Bitte ausfüllen.' }).transform(asParagraph(limits))
}

/** The same, but may be left empty: then it is ''. */
export function optionalParagraph(limits: { max: number }) {
  return z
    .string()
    .optional()
    .transform(asParagraph({ min: 0, ...limits }))
}

export function optionalLine(limits: { max: number }) {
  return z
    .string()
    .optional()
    .transform(asLine({ min: 0, ...limits }))
}

const asLine = (limits: Limits) =>
  limited(limits, (value) => cleanText(value).replace(/\s+/g, ' ').trim())
const asParagraph = (limits: Limits) => limited(limits, (value) => cleanText(value).trim())

/**
 * The length is judged inside the transform: a schema behind it would be given undefined for '' by the reading
 * of forms (conform), and an optional field left empty would be refused.
 */
function limited(limits: Limits, clean: (value: string) => string) {
  return (value: string | undefined, context: z.RefinementCtx): string => {
    const text = clean(value ?? '')
    const fault = faultIn(text, limits)
    if (fault) context.addIssue({ code: 'custom', message: fault, input: value })
    return text
  }
}

function faultIn(text: string, { min = 1, max, missing = 'Bitte ausfüllen.' }: Limits) {
  if (text.length < min) return min <= 1 ? missing : `Bitte mindestens ${min} Zeichen.`
  return text.length > max ? `Bitte höchstens ${max} Zeichen.` : undefined
}

const LONGEST_ADDRESS = 254
const anAddress = z.email()

/** An e-mail address, in lower case. */
export const emailAddress = z
  .string({ error: 'Bitte geben Sie Ihre E-Mail-Adresse ein.' })
  .transform((value, context) => {
    const address = cleanText(value).trim().toLowerCase()
    if (!anAddress.safeParse(address).success)
      context.addIssue({
        code: 'custom',
        message: 'Bitte geben Sie eine E-Mail-Adresse wie vorname.nachname@schule.de ein.',
      })
    if (address.length > LONGEST_ADDRESS)
      context.addIssue({ code: 'custom', message: 'Diese E-Mail-Adresse ist zu lang.' })
    return address
  })

/** The idempotency key that every form brings along: the same key twice is the same act. */
export const clientKey = z.uuid('Das Formular ist unvollständig. Bitte laden Sie die Seite neu.')

/** Readable part of an address: "Übergang 4/5 für alle" becomes "uebergang-4-5-fuer-alle". */
export function slugOf(text: string, longest = 60): string {
  const slug = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '')
  return slug || 'eintrag'
}

const MOST_TYPED_WORDS = 6

/** What was typed behind "@" as words; parts of a double name are words of their own. */
export function wordsIn(typed: string, longest: number): string[] {
  const words = typed
    .slice(0, longest)
    .split(/[\s,;@-]+/)
    .filter(Boolean)
  return [...new Set(words)].slice(0, MOST_TYPED_WORDS)
}
