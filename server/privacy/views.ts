import { allPrivacyRules } from '#server/platform/privacy.ts'

const ON_ERASE = {
  delete: 'wird gelöscht',
  anonymise: 'bleibt ohne Ihren Namen',
  keep: 'bleibt',
} as const

/** What the platform keeps about a person, how long, and what erasing the account does with it. */
export function storedData(): {
  what: string
  retention: string
  onErase: string
  exported: boolean
}[] {
  return allPrivacyRules().map(({ what, retention, onErase, exported }) => ({
    what,
    retention,
    onErase: ON_ERASE[onErase],
    exported,
  }))
}
