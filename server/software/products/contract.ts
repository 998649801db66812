import type {
  Advertising,
  CostModel,
  CostUnit,
  Delivery,
  DeviceScenario,
  FunctionTag,
  OfflineUse,
  Procurer,
  ProductKind,
  PupilAccount,
  ScenarioContent,
  ScenarioUser,
} from '../contract.ts'
import type { Condition, Scope, StandingName, Verdict } from '../standing/contract.ts'

/** The facts of a product that its form writes and its page shows. */
export type ProductFacts = {
  name: string
  kind: ProductKind
  functionTags: FunctionTag[]
  description: string
  website: string
  subjects: string[]
  gradeBands: string[]
  schoolForms: string[]
  languages: string[]
  costModel: CostModel
  costUnit: CostUnit | null
  costCents: number | null
  costNote: string
  procuredBy: Procurer
  delivery: Delivery[]
  offlineUse: OfflineUse
  advertising: Advertising
  accessibilityNote: string
  lifecycle: 'active' | 'discontinued'
}

/** What the officer for data protection said about a use. Written once, never changed. */
export type UseOpinion = {
  number: number
  verdict: Verdict
  givenAt: string
  signedName: string
  signedOffice: string
  reasoning: string
  alternative: string
  graceText: string
}

/** What the Schulträger decided about it. */
export type UseRelease = {
  number: number
  kind: 'general' | 'pilot' | 'standard'
  decidedAt: string
  decidedName: string
  mode: 'on_opinion' | 'by_authority'
  deviates: boolean
  deviationReason: string
  conditions: Condition[]
  scope: Scope
  /** It holds for some schools only; their names are for those who are signed in. */
  isForSome: boolean
  schools: string[]
}

/** One use of a product: on whose device, with which account, for whom, and what may be said of it today. */
export type Use = {
  id: string
  label: string
  variant: string
  device: DeviceScenario
  account: PupilAccount
  users: ScenarioUser[]
  content: ScenarioContent[]
  scope: Scope
  minAge: number | null
  standing: StandingName
  until: string | null
  release: UseRelease | null
  opinion: UseOpinion | null
  /** Why it was not released, or a release suspended or taken back. */
  endReason: string
  /** Does it, and its release, hold for the reader's form of school? */
  isForForm: boolean
  /** A release runs, but only for schools that are not the reader's. */
  isElsewhere: boolean
}

/** An edition of a product, where it is hosted and who else works on the data. */
export type Variant = {
  id: string
  name: string
  versionNote: string
  hostingCountry: string
  hostingProvider: string
  hasAi: boolean
  aiNote: string
  subprocessors: { name: string; country: string; service: string; basis: string }[]
}

export type Seal = {
  id: string
  scheme: string
  result: string
  issuedOn: string | null
  url: string
  validUntil: string | null
}

export type PublicDocument = {
  id: string
  kind: string
  url: string | null
  versionLabel: string
  retrievedOn: string | null
  /** Where the document itself lies here. */
  file: { name: string; mediaType: string; bytes: number } | null
}

/** Which data of whom a use processes. */
export type DataLine = {
  subject: 'pupil' | 'teacher' | 'parent'
  category: string
  purpose: string
  retention: string
}
