const base = '/medialab/workshops'
type Named = { number: number; slug: string }
const of = ({ number, slug }: Named, rest = '') => `${base}/${number}-${slug}${rest}`

export const paths = {
  list: (page?: number) => (page && page > 1 ? `${base}?seite=${page}` : base),
  past: (page?: number) => `${base}?vorbei=1${page && page > 1 ? `&seite=${page}` : ''}`,
  new: () => `${base}/neu`,
  calendar: () => `${base}/kalender.ics`,
  workshop: (named: Named) => of(named),
  edit: (named: Named) => of(named, '/bearbeiten'),
  people: (named: Named) => of(named, '/teilnahme'),
  certificate: (named: Named) => of(named, '/bescheinigung'),
  certificatePdf: (named: Named) => of(named, '/bescheinigung/pdf'),
}

/** The number an address begins with: "12-calliope" is 12; 0 when it is none. */
export function numberIn(address: string | undefined): number {
  const [, digits] = /^(\d{1,9})(?:-|$)/.exec(address ?? '') ?? []
  return digits === undefined ? 0 : Number(digits)
}
