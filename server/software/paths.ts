const list = '/software'
const desk = '/pruefstelle'

/** Words that addresses below /software use themselves: no product is called so. */
export const TAKEN_SLUGS = [
  'vorschlagen',
  'frage',
  'vergleich',
  'liste',
  'ueberblick',
  'import',
  'bearbeiten',
  'dubletten',
] as const

export const paths = {
  directory: (found?: string) => (found ? `${list}?q=${encodeURIComponent(found)}` : list),
  /** Where the form of the question leads; it finds the product and goes on to it. */
  ask: () => `${list}/frage`,
  product: (slug: string) => `${list}/${slug}`,
  history: (slug: string) => `${list}/${slug}/pruefungen`,
  edit: (slug: string) => `${list}/${slug}/bearbeiten`,
  uses: (slug: string) => `${list}/${slug}/nutzungen`,
  experiences: (slug: string) => `${list}/${slug}/erfahrungen`,
  newExperience: (slug: string) => `${list}/${slug}/erfahrungen/neu`,
  experience: (slug: string, id: string) => `${list}/${slug}/erfahrungen/${id}`,
  questions: (slug: string) => `${list}/${slug}/fragen`,
  adoption: (slug: string, school?: string) =>
    school
      ? `${list}/${slug}/einsatz?schule=${encodeURIComponent(school)}`
      : `${list}/${slug}/einsatz`,
  package: (slug: string) => `${list}/${slug}/paket`,
  propose: (name?: string) =>
    name ? `${list}/vorschlagen?name=${encodeURIComponent(name)}` : `${list}/vorschlagen`,
  compare: (slugs: string[]) => `${list}/vergleich?apps=${slugs.join(',')}`,
  import: () => `${list}/import`,
  bulk: () => `${list}/bearbeiten`,
  duplicates: () => `${list}/dubletten`,
  editions: () => `${list}/liste`,
  edition: (number: number) => `${list}/liste/${number}`,
  overview: () => `${list}/ueberblick`,
  watchLists: (kept?: string) =>
    kept ? `/merklisten?app=${encodeURIComponent(kept)}` : '/merklisten',
  watchList: (id: string) => `/merklisten/${id}`,
  ofSchool: (school: string) => `/schulen/${school}/software`,
  desk: () => desk,
  review: (number: number) => `${desk}/${number}`,
  expiring: () => `${desk}/ablauf`,
  blocks: () => `${desk}/vorlagen`,
  triage: () => '/moderation/freigaben',
  releases: () => `${desk}/freigaben`,
  vendorAnswer: (token: string) => `/anbieter/${token}`,
}
