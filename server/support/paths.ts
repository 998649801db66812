const withPage = (path: string, page: number) => (page > 1 ? `${path}?seite=${page}` : path)

export const paths = {
  /** What a PLG has asked for. */
  ofPlg: (slug: string) => `/plg/${slug}/unterstuetzung`,
  ask: (slug: string) => `/plg/${slug}/unterstuetzung/neu`,
  inbox: (page = 1) => withPage('/unterstuetzung', page),
  handled: (page = 1) => `/unterstuetzung?ansicht=erledigt${page > 1 ? `&seite=${page}` : ''}`,
  request: (number: number) => `/unterstuetzung/${number}`,

  calls: (page = 1) => withPage('/aufrufe', page),
  newCall: () => '/aufrufe/neu',
  call: (call: { number: number; slug: string }) => `/aufrufe/${call.number}-${call.slug}`,
  editCall: (number: number) => `/aufrufe/${number}/bearbeiten`,
  /** Two ways to answer a call. With its title one meets the ideas of others who answer it. */
  ideaFor: (call: { number: number; title: string }) =>
    `/ideen/neu?${new URLSearchParams({ aufruf: String(call.number), titel: call.title }).toString()}`,
  fundingFor: (number: number) => `/foerderung/neu?aufruf=${number}`,

  fundings: (page = 1) => withPage('/foerderung', page),
  newFunding: () => '/foerderung/neu',
  funding: (number: number) => `/foerderung/${number}`,
  editFunding: (number: number) => `/foerderung/${number}/bearbeiten`,
  budget: (year?: number) => (year ? `/foerderung/haushalt?jahr=${year}` : '/foerderung/haushalt'),
  budgetExport: (year: number) => `/foerderung/haushalt/export?jahr=${year}`,
}

/** The number an address begins with: "12-lesen-mit-ton" is 12. */
export function numberIn(address: string | undefined): number {
  const [, digits] = /^(\d{1,9})(?:-|$)/.exec(address ?? '') ?? []
  return digits === undefined ? 0 : Number(digits)
}
