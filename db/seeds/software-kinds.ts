/** What was decided about a use; `review` and `none` have no decision. */
type Decision =
  'approved' | 'no_data' | 'conditions' | 'pilot' | 'refused' | 'expired' | 'review' | 'none'

export type DemoUse = {
  label: string
  decision: Decision
  device?: string
  account?: string
  grades?: [from: number, to: number]
  forms?: string[]
  why?: string
  conditions?: [kind: string, text: string][]
  /** Schools that have introduced it. */
  schools?: string[]
}

export type DemoReport = {
  by: string
  school: string
  setting: string
  scores: [learning: number, effort: number, stability: number]
  again: boolean
  text?: string
}

export type DemoProduct = {
  name: string
  vendor: string
  tags: string[]
  about: string
  subjects?: string[]
  grades?: string[]
  kind?: string
  cost?: string
  country?: string
  offline?: string
  delivery?: string[]
  uses: DemoUse[]
  reports?: DemoReport[]
  followers?: string[]
  question?: { by: string; text: string; answer?: string }
}

export const PSEUDONYM: [string, string] = [
  'pseudonym_only',
  'Lernende melden sich mit einem Spitznamen an, den nur die Lehrkraft zuordnet.',
]
export const CONTRACT: [string, string] = ['avv_required', 'Die Schule schließt den AV-Vertrag ab.']
export const NO_IMAGES: [string, string] = [
  'no_images_of_pupils',
  'Keine Bilder und Filme, auf denen Lernende zu erkennen sind.',
]
export const SHARED = 'Schul-iPads in der Schule, mit Spitznamen'
export const NOTHING = 'Schul-iPads in der Schule, ohne Konto'
