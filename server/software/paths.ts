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

function asked(path: string, of: Record<string, string | undefined>): string {
  const known = Object.entries(of).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return known.length > 0 ? `${path}?${new URLSearchParams(known).toString()}` : path
}

export const paths = {
  directory: (found?: string) => (found ? `${list}?q=${encodeURIComponent(found)}` : list),
  /** Where the form of the question leads; it finds the product and goes on to it. */
  ask: () => `${list}/frage`,
  product: (slug: string) => `${list}/${slug}`,
  history: (slug: string) => `${list}/${slug}/pruefungen`,
  /** The same for other systems. */
  status: (slug: string) => `${list}/${slug}/status.json`,
  edit: (slug: string) => `${list}/${slug}/bearbeiten`,
  uses: (slug: string) => `${list}/${slug}/nutzungen`,
  /** The bytes of a document: never a target of client-side navigation. */
  document: (slug: string, id: string) => `${list}/${slug}/unterlagen/${id}`,
  experiences: (slug: string) => `${list}/${slug}/erfahrungen`,
  newExperience: (slug: string) => `${list}/${slug}/erfahrungen/neu`,
  experience: (slug: string, id: string) => `${list}/${slug}/erfahrungen/${id}`,
  questions: (slug: string) => `${list}/${slug}/fragen`,
  adoption: (slug: string, school?: string) =>
    school
      ? `${list}/${slug}/einsatz?schule=${encodeURIComponent(school)}`
      : `${list}/${slug}/einsatz`,
  package: (slug: string, use?: string, school?: string) =>
    asked(`${list}/${slug}/paket`, { nutzung: use, schule: school }),
  packageFile: (slug: string, of: Record<'nutzung' | 'schule' | 'teil' | 'format', string>) =>
    asked(`${list}/${slug}/paket/datei`, of),
  propose: (name?: string) =>
    name ? `${list}/vorschlagen?name=${encodeURIComponent(name)}` : `${list}/vorschlagen`,
  compare: (slugs: string[]) => `${list}/vergleich?apps=${slugs.join(',')}`,
  import: (reviewed?: string) =>
    reviewed ? `${list}/import?datei=${encodeURIComponent(reviewed)}` : `${list}/import`,
  bulk: () => `${list}/bearbeiten`,
  duplicates: () => `${list}/dubletten`,
  /** Two entries side by side: which stays, which goes. */
  pair: (target: string, source: string) =>
    `${list}/dubletten?bleibt=${encodeURIComponent(target)}&geht=${encodeURIComponent(source)}`,
  editions: () => `${list}/liste`,
  edition: (number: number) => `${list}/liste/${number}`,
  editionFile: (number: number, format: 'json' | 'csv' | 'pdf') =>
    `${list}/liste/${number}/datei?format=${format}`,
  editionSchema: () => `${list}/liste/schema.json`,
  overview: () => `${list}/ueberblick`,
  overviewFile: () => `${list}/ueberblick/export`,
  watchLists: (kept?: string) =>
    kept ? `/merklisten?app=${encodeURIComponent(kept)}` : '/merklisten',
  watchList: (id: string) => `/merklisten/${id}`,
  ofSchool: (school: string) => `/schulen/${school}/software`,
  ofSchoolFile: (school: string) => `/schulen/${school}/software/export`,
  desk: () => desk,
  review: (number: number) => `${desk}/${number}`,
  expiring: () => `${desk}/ablauf`,
  blocks: () => `${desk}/vorlagen`,
  triage: () => '/moderation/freigaben',
  releases: () => `${desk}/freigaben`,
  report: (id: string) => `/melden/software/${id}`,
  vendorAnswer: (token: string) => `/anbieter/${token}`,
}
