const query = (fields: Record<string, string | number | undefined>) => {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return all.length > 0 ? `?${new URLSearchParams(all).toString()}` : ''
}

const concept = (school: string) => `/konzepte/${school}`
const draft = (school: string) => `${concept(school)}/entwurf`
const list = (ids: string[]) => ids.join(',')

/** Addresses of concepts; a concept is named by its school. */
export const paths = {
  list: () => '/konzepte',
  search: (fields: Record<string, string | number | undefined>) => `/konzepte${query(fields)}`,
  /** What is published of it. */
  concept,
  version: (school: string, number: number) => `${concept(school)}/v/${number}`,
  versions: (school: string) => `${concept(school)}/versionen`,
  manageVersion: (school: string, number: number) => `${concept(school)}/versionen/${number}`,
  handOver: () => '/verwaltung/konzepte/uebergeben',
  compare: (school: string, from: number | 'entwurf', to: number | 'entwurf') =>
    `${concept(school)}/vergleich?von=${from}&bis=${to}`,
  publish: (school: string) => `${draft(school)}/veroeffentlichen`,
  approval: (school: string) => `${draft(school)}/freigabe`,
  freeze: (school: string) => `${draft(school)}/festhalten`,
  export: (school: string, number: number, format: 'docx' | 'pdf' | 'md') =>
    `${concept(school)}/v/${number}/export?format=${format}`,
  matrix: (school: string, fields: Record<string, string | number | undefined> = {}) =>
    `${concept(school)}/mkr${query(fields)}`,
  /** That of a version, at an address that stays. */
  versionMatrix: (
    school: string,
    number: number,
    fields: Record<string, string | undefined> = {},
  ) => `${concept(school)}/v/${number}/mkr${query(fields)}`,
  compareMatrices: (schools: string[], fields: Record<string, string | undefined> = {}) =>
    `/konzepte/mkr-vergleich${query({ schulen: list(schools), ...fields }).replaceAll('%2C', ',')}`,
  compareFile: (schools: string[], fields: Record<string, string | undefined> = {}) =>
    `/konzepte/mkr-vergleich/csv${query({ schulen: list(schools), ...fields }).replaceAll('%2C', ',')}`,
  compareSchools: (schools: string[]) => `/konzepte/nebeneinander?schulen=${list(schools)}`,
  import: (school: string) => `${concept(school)}/import`,
  begin: () => '/konzepte/neu',

  /** The working copy: what opens first are the goals of this Halbjahr. */
  draft,
  goals: (school: string) => `${draft(school)}/ziele`,
  newGoal: (school: string) => `${draft(school)}/ziele/neu`,
  goal: (school: string, number: number) => `${draft(school)}/ziele/${number}`,
  editGoal: (school: string, number: number) => `${draft(school)}/ziele/${number}/bearbeiten`,
  chapters: (school: string) => `${draft(school)}/kapitel`,
  workingMatrix: (school: string, fields: Record<string, string | number | undefined> = {}) =>
    `${draft(school)}/mkr${query(fields)}`,
  /** What stands behind one number of a matrix; `base` is the address of the matrix. */
  place: (base: string, fields: Record<string, string | undefined>) =>
    `${base}/stelle${query(fields)}`,
  matrixFile: (base: string, fields: Record<string, string | undefined> = {}) =>
    `${base}/csv${query(fields)}`,
  cells: (school: string, fields: Record<string, string | undefined> = {}) =>
    `${draft(school)}/mkr/zellen${query(fields)}`,
  newCells: (school: string, fields: Record<string, string | undefined> = {}) =>
    `${draft(school)}/mkr/zellen/neu${query(fields)}`,
  cell: (school: string, id: string) => `${draft(school)}/mkr/zellen/${id}`,
  ownLists: (school: string) => `${draft(school)}/mkr/listen`,
  linkedProjects: (school: string, fields: Record<string, string | undefined> = {}) =>
    `${draft(school)}/mkr/vorhaben${query(fields)}`,
  linkedProject: (school: string, id: string) => `${draft(school)}/mkr/vorhaben/${id}`,
  /** From the page of a Vorhaben into an own concept. */
  takeProject: (number: number) => `/konzepte/vorhaben-uebernehmen?vorhaben=${number}`,
  lessons: (school: string) => `${draft(school)}/unterricht`,
  newLesson: (school: string) => `${draft(school)}/unterricht/neu`,
  measure: (school: string, goal: number, id: string) =>
    `${draft(school)}/ziele/${goal}/massnahmen/${id}`,
  reflections: (school: string) => `${draft(school)}/rueckblick`,
  reflectionsExport: (school: string, fields: Record<string, string | undefined>) =>
    `${draft(school)}/rueckblick/export${query(fields)}`,
  /** Takes what happened elsewhere into the log of a concept. */
  take: ({ kind, id }: { kind: string; id: string }) => `/konzepte/uebernehmen/${kind}/${id}`,
  newReflection: (school: string) => `${draft(school)}/rueckblick/neu`,
  trainings: (school: string) => `${draft(school)}/fortbildung`,
  history: (school: string) => `${draft(school)}/verlauf`,
  people: (school: string) => `${draft(school)}/mitwirkende`,
  settings: (school: string) => `${draft(school)}/einstellungen`,

  /** Lesson concepts that are published have an address of their own. */
  lesson: (number: number) => `/unterricht/${number}`,
  editLesson: (number: number) => `/unterricht/${number}/bearbeiten`,
  publishLesson: (number: number) => `/unterricht/${number}/veroeffentlichen`,
  lessonExport: (number: number, format: 'md' | 'json') =>
    `/unterricht/${number}/export?format=${format}`,
  networkGoals: () => '/konzepte/netzwerkziele',
  networkGoal: (number: number) => `/konzepte/netzwerkziele/${number}`,
}
