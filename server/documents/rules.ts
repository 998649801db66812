import { createHash } from 'node:crypto'

/** "12-unterrichtsplan" is document 12; the rest is for reading. @returns undefined for no number */
export function documentNumber(param: string): number | undefined {
  const found = /^(\d{1,15})(?:-|$)/.exec(param)
  return found ? Number(found[1]) : undefined
}

/** What says whether a text is still the one that a form was made from. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
