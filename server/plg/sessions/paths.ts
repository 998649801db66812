const list = (plg: string) => `/plg/${plg}/termine`
const session = (plg: string, number: number) => `${list(plg)}/${number}`

export const paths = {
  list,
  page: (plg: string, page: number) => (page > 1 ? `${list(plg)}?seite=${page}` : list(plg)),
  new: (plg: string) => `${list(plg)}/neu`,
  session,
  edit: (plg: string, number: number) => `${session(plg, number)}/bearbeiten`,
  minutes: (plg: string, number: number) => `${session(plg, number)}/protokoll`,
  live: (plg: string, number: number) => `${session(plg, number)}/live`,
  ics: (plg: string, number: number) => `${session(plg, number)}/kalender`,
  attestation: (plg: string) => `${list(plg)}/bescheinigung`,
  attestationPdf: (plg: string) => `${list(plg)}/bescheinigung/pdf`,
  calendar: () => '/konto/kalender',
}
