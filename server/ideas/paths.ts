/** An idea in an address: `number` carries the meaning, `slug` is for reading. */
type Named = { number: number; slug: string }

const idea = ({ number, slug }: Named) => `/ideen/${number}-${slug}`

export const paths = {
  list: () => '/ideen',
  own: () => '/ideen?stand=meine',
  new: (title?: string) =>
    title === undefined ? '/ideen/neu' : `/ideen/neu?titel=${encodeURIComponent(title)}`,
  idea,
  edit: (path: string) => `${path}/bearbeiten`,
  merge: (path: string) => `${path}/zusammenfuehren`,
  found: (path: string) => `${path}/plg`,
  report: (id: string) => `/melden/idea/${id}`,
  import: (reviewId?: string) =>
    reviewId ? `/verwaltung/gruppen-import?datei=${reviewId}` : '/verwaltung/gruppen-import',
}
