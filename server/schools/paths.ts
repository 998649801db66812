type Asked = { q: string; form: string; district: string }

/** The address of a list with what was asked of it; what is empty is left out. */
function asking(path: string, asked: Partial<Asked>, page = 1): string {
  const wanted = {
    q: asked.q,
    schulform: asked.form,
    stadtbezirk: asked.district,
    seite: page > 1 ? String(page) : undefined,
  }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value) search.set(name, value)
  return search.size > 0 ? `${path}?${search.toString()}` : path
}

export const paths = {
  list: (asked: Partial<Asked> = {}, page?: number) => asking('/schulen', asked, page),
  school: (slug: string) => `/schulen/${slug}`,
  people: (slug: string) => `/schulen/${slug}/personen`,
  freeDays: (slug: string) => `/schulen/${slug}/ferientage`,
  plgs: (slug: string) => `/schulen/${slug}/plgs`,
  administration: (asked: Partial<Asked> = {}, page?: number) =>
    asking('/verwaltung/schulen', asked, page),
  import: (uploadId?: string) =>
    uploadId ? `/verwaltung/schulen/import?datei=${uploadId}` : '/verwaltung/schulen/import',
  edit: (slug: string) => `/verwaltung/schulen/${slug}`,
}
