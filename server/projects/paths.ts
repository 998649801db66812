/** A Vorhaben in an address: `number` carries the meaning, `slug` is for reading. */
type Named = { number: number; slug: string }

const list = (plg: string) => `/plg/${plg}/vorhaben`
const inside = (plg: string, { number, slug }: Named) => `${list(plg)}/${number}-${slug}`
const published = ({ number, slug }: Named) => `/vorhaben/${number}-${slug}`

export const paths = {
  list,
  page: (plg: string, page: number) => (page > 1 ? `${list(plg)}?seite=${page}` : list(plg)),
  new: (plg: string) => `${list(plg)}/neu`,
  inside,
  /** The pages below one begin with its address. */
  edit: (project: string) => `${project}/bearbeiten`,
  plan: (project: string) => `${project}/text`,
  newTrial: (project: string) => `${project}/durchgang`,
  trial: (project: string, id: string) => `${project}/durchgang/${id}`,
  evaluation: (project: string) => `${project}/auswertung`,
  closing: (project: string) => `${project}/abschluss`,
  publishing: (project: string) => `${project}/veroeffentlichen`,
  results: () => '/vorhaben',
  published,
  export: (of: Named, format: 'md' | 'json') => `${published(of)}/export?format=${format}`,
  report: (id: string) => `/melden/project/${id}`,
  transfer: (plg: string) => `/plg/${plg}/transfer`,
  transferOfCycle: (plg: string, cycle: number) => `/plg/${plg}/transfer?durchgang=${cycle}`,
  schoolTransfer: (school: string) => `/schulen/${school}/transfer`,
}
