export const paths = {
  list: () => '/schulen',
  school: (slug: string) => `/schulen/${slug}`,
  people: (slug: string) => `/schulen/${slug}/personen`,
  plgs: (slug: string) => `/schulen/${slug}/plgs`,
  administration: () => '/verwaltung/schulen',
  import: () => '/verwaltung/schulen/import',
  edit: (slug: string) => `/verwaltung/schulen/${slug}`,
}
