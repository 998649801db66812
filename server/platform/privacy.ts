import { remember } from '@epic-web/remember'

/**
 * What is kept about a person in one column, and what happens to it (safety.md PR-3).
 * A test compares these lines with the database: a table that nobody thought of fails it.
 */
export type PrivacyRule = {
  table: string
  column: string
  /** In one German sentence, shown on "Datenschutz" in the account. */
  what: string
  /** Is it part of the person's own export? */
  exported: boolean
  /** What erasing the account does with the row. */
  onErase: 'delete' | 'anonymise' | 'keep'
  /** How long it is kept, in German, shown to the person. */
  retention: string
}

const held = remember('privacy', () => ({ rules: [] as PrivacyRule[] }))

export function registerPrivacy(all: PrivacyRule[]): void {
  held.rules = all
}

/** The rules of all areas, in their order. */
export function allPrivacyRules(): PrivacyRule[] {
  return held.rules
}
