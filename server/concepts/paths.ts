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
  compare: (school: string, from: number | 'entwurf', to: number | 'entwurf') =>
    `${concept(school)}/vergleich?von=${from}&bis=${to}`,
  publish: (school: string) => `${draft(school)}/veroeffentlichen`,
  freeze: (school: string) => `${draft(school)}/festhalten`,
  export: (school: string, number: number, format: 'docx' | 'pdf' | 'md') =>
    `${concept(school)}/v/${number}/export?format=${format}`,
  matrix: (school: string, fields: Record<string, string | number | undefined> = {}) =>
    `${concept(school)}/mkr${query(fields)}`,
  compareMatrices: (schools: string[]) => `/konzepte/mkr-vergleich?schulen=${list(schools)}`,
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
  workingMatrix: (school: string) => `${draft(school)}/mkr`,
  cells: (school: string) => `${draft(school)}/mkr/zellen`,
  lessons: (school: string) => `${draft(school)}/unterricht`,
  newLesson: (school: string) => `${draft(school)}/unterricht/neu`,
  reflections: (school: string) => `${draft(school)}/rueckblick`,
  newReflection: (school: string) => `${draft(school)}/rueckblick/neu`,
  trainings: (school: string) => `${draft(school)}/fortbildung`,
  history: (school: string) => `${draft(school)}/verlauf`,
  people: (school: string) => `${draft(school)}/mitwirkende`,
  settings: (school: string) => `${draft(school)}/einstellungen`,

  /** Lesson concepts that are published have an address of their own. */
  lesson: (number: number) => `/unterricht/${number}`,
  editLesson: (number: number) => `/unterricht/${number}/bearbeiten`,
  networkGoals: () => '/konzepte/netzwerkziele',
  networkGoal: (number: number) => `/konzepte/netzwerkziele/${number}`,
}
