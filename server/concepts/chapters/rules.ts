import type { ChapterKind, ChapterState } from '../contract.ts'

/** The same ids with one of them a place up or down; at the end it stays. */
export function moved(ids: string[], id: string, to: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const target = to === 'up' ? from - 1 : from + 1
  if (from === -1 || target < 0 || target >= ids.length) return ids
  const rest = ids.filter((one) => one !== id)
  return [...rest.slice(0, target), id, ...rest.slice(target)]
}

/** Whoever writes does not say so: a chapter with words is not empty, whatever was ticked. */
export const shownState = (state: ChapterState, hasWords: boolean): ChapterState =>
  state === 'empty' && hasWords ? 'in_progress' : state

/** What a title is about, by its words; the first that fits. */
const SIGNS: [ChapterKind, RegExp][] = [
  ['mkr_coverage', /medienkompetenzrahmen|\bmkr\b|mediencurriculum|curriculum/],
  ['training', /fortbildung|qualifizierung|personal/],
  ['equipment_and_use', /ausstattung|technologie|technik|hardware|infrastruktur|endgeräte|wlan/],
  ['data_protection_and_rules', /datenschutz|nutzungsordnung|regeln|urheberrecht|jugendschutz/],
  ['evaluation', /evaluation|überprüfung|fortschreibung|qualitätssicherung/],
  ['cooperation', /kooperation|partner|netzwerk|zusammenarbeit/],
  [
    'parents_and_pupils',
    /eltern|schülerinnen und schüler|sorgeberechtigte|elternarbeit|medienscout/,
  ],
  ['support_and_roles', /organisation|zuständigkeit|support|wartung|verantwortlich|rollen/],
  [
    'school_programme_link',
    /schulprogramm|ausgangslage|bestandsaufnahme|unsere schule|schulprofil/,
  ],
  ['teaching_development', /unterricht|lernen mit medien|lehren/],
  ['goals', /^ziele$|entwicklungsziele|vorhaben|maßnahmen/],
  [
    'vision',
    /leitbild|pädagogische ziele|leitgedanke|vision|präambel|zielsetzung|selbstverständnis/,
  ],
  ['reflection_log', /rückblick|reflexion/],
]

/** The kind of chapter that a heading is probably about. */
export function guessedKind(title: string): ChapterKind {
  const words = title.toLowerCase()
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'free'
}
