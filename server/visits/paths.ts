const list = () => '/hospitation'
const visit = (number: number) => `${list()}/besuch/${number}`

export const paths = {
  list,
  own: () => `${list()}?stand=meine`,
  new: () => `${list()}/neu`,
  offer: ({ number, slug }: { number: number; slug: string }) => `${list()}/${number}-${slug}`,
  visits: (page = 1) => `${list()}/besuche${page > 1 ? `?seite=${page}` : ''}`,
  visit,
  ics: (number: number) => `${visit(number)}/kalender`,
  report: (offerId: string) => `/melden/classroom-offer/${offerId}`,
  ofPlg: (plg: string, page = 1) => `/plg/${plg}/hospitationen${page > 1 ? `?seite=${page}` : ''}`,
  agree: (plg: string) => `/plg/${plg}/hospitationen/neu`,
  releases: (school: string, page = 1) =>
    `/schulen/${school}/hospitationen${page > 1 ? `?seite=${page}` : ''}`,
}
