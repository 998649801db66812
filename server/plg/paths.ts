export const paths = {
  list: () => '/plg',
  found: (kind?: string) => (kind ? `/plg/neu?art=${kind}` : '/plg/neu'),
  plg: (slug: string) => `/plg/${slug}`,
  members: (slug: string) => `/plg/${slug}/mitglieder`,
  settings: (slug: string) => `/plg/${slug}/einstellungen`,
  phases: (slug: string) => `/plg/${slug}/phasen`,
  agreement: (slug: string) => `/plg/${slug}/vereinbarung`,
  focus: (slug: string, cycle?: number) =>
    `/plg/${slug}/fokus${cycle ? `?durchgang=${cycle}` : ''}`,
  consents: (school: string) => `/schulen/${school}/plgs`,
}
