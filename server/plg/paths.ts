export const paths = {
  list: () => '/plg',
  found: () => '/plg/neu',
  plg: (slug: string) => `/plg/${slug}`,
  members: (slug: string) => `/plg/${slug}/mitglieder`,
  settings: (slug: string) => `/plg/${slug}/einstellungen`,
  consents: (school: string) => `/schulen/${school}/plgs`,
}
