import { z } from 'zod'

/** What no text of a person needs and what breaks databases, logs and eyes (safety.md RL-6). */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Line ends as \n, no control or direction characters, no half surrogates, NFC. */
export function cleanText(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').toWellFormed().normalize('NFC')
}

/** One line of text: cleaned, inner white space joined, trimmed. */
export function line(limits: { min?: number; max: number; missing?: string }) {
  return z
    .string({ error: limits.missing ?? 'Bitte ausfüllen.' })
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim())
    .pipe(lengthOf(limits))
}

/** Text of several lines: cleaned, trimmed at both ends. */
export function paragraph(limits: { min?: number; max: number; missing?: string }) {
  return z
    .string({ error: limits.missing ?? 'Bitte ausfüllen.' })
    .transform((value) => cleanText(value).trim())
    .pipe(lengthOf(limits))
}

/** The same, but may be left empty: then it is ''. */
export function optionalParagraph(limits: { max: number }) {
  return z
    .string()
    .optional()
    .transform((value) => cleanText(value ?? '').trim())
    .pipe(lengthOf({ min: 0, ...limits }))
}

export function optionalLine(limits: { max: number }) {
  return z
    .string()
    .optional()
    .transform((value) =>
      cleanText(value ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .pipe(lengthOf({ min: 0, ...limits }))
}

function lengthOf({
  min = 1,
  max,
  missing = 'Bitte ausfüllen.',
}: {
  min?: number
  max: number
  missing?: string
}) {
  return z
    .string()
    .min(min, min <= 1 ? missing : `Bitte mindestens ${min} Zeichen.`)
    .max(max, `Bitte höchstens ${max} Zeichen.`)
}

/** An e-mail address, in lower case. */
export const emailAddress = z
  .string({ error: 'Bitte geben Sie Ihre E-Mail-Adresse ein.' })
  .transform((value) => cleanText(value).trim().toLowerCase())
  .pipe(
    z
      .email('Bitte geben Sie eine E-Mail-Adresse wie vorname.nachname@schule.de ein.')
      .max(254, 'Diese E-Mail-Adresse ist zu lang.'),
  )

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
