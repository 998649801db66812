/** What may be wrong with a PLG, as words and one verb; never a figure about a person. */
export const SIGNALS = ['no_date', 'phase_over', 'consent_open', 'gate_missing'] as const
export type SignalKey = (typeof SIGNALS)[number]

export type Signal = { key: SignalKey; text: string; action: { label: string; to: string } }

/** So many weeks of school without a date. Between meetings there are four to eight: that is normal. */
export const WEEKS_WITHOUT_DATE = 8
export const WEEKS_FOR_CONSENT = 4
