const query = (fields: Record<string, string | number | undefined>) => {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return all.length > 0 ? `?${new URLSearchParams(all).toString()}` : ''
}

export const paths = {
  start: () => '/medialab',
  offers: () => '/medialab/angebote',
  offer: (slug: string) => `/medialab/angebote/${slug}`,
  calendar: (
    fields: Partial<
      Record<'tag' | 'ansicht' | 'art' | 'feld' | 'angebot' | 'zeiten' | 'seite', string>
    > = {},
  ) => `/medialab/kalender${query(fields)}`,
  find: (
    fields: { tag?: string; bis_tag?: string; von?: string; bis?: string; korb?: string } = {},
  ) => `/medialab/suchen${query(fields)}`,
  /** The basket is "slug:quantity" with commas between. */
  book: (fields: { korb: string; tag?: string; bis_tag?: string; von?: string; bis?: string }) =>
    `/medialab/buchen${query(fields)}`,
  mine: () => '/medialab/meine',
  past: () => '/medialab/meine?stand=vergangen',
  /** For a Schulleitung: what people who have left had booked. */
  reassign: () => '/medialab/uebergeben',
  booking: (number: string) => `/medialab/buchung/${number}`,
  /** With what was tried, after it did not go. */
  move: (
    number: string,
    position: number,
    tried: { tag?: string; bis_tag?: string; von?: string; bis?: string } = {},
  ) => `/medialab/buchung/${number}/verschieben/${position}${query(tried)}`,
  bookingFile: (number: string) => `/medialab/buchung/${number}/termine.ics`,
  /** From a letter, without signing in. */
  byLink: (key: string) => `/medialab/zugang/${key}`,
  feedByLink: (key: string) => `/ical/${key}.ics`,
  /** Asking to wait for an offer at a time; without fields one's own entries. */
  waiting: (
    fields: {
      angebot?: string
      tag?: string
      bis_tag?: string
      von?: string
      bis?: string
      anzahl?: number
    } = {},
  ) => `/medialab/warteliste${query(fields)}`,
  workshops: () => '/medialab/workshops',
  workshop: (number: number, slug: string) => `/medialab/workshops/${number}-${slug}`,
  utilisation: () => '/medialab/auslastung',
  reports: (fields: { angebot?: string } = {}) => `/medialab/berichte${query(fields)}`,
  newReport: (booking: string, slug?: string) =>
    `/medialab/berichte/neu${query({ buchung: booking, angebot: slug })}`,
  report: (id: string) => `/medialab/berichte/${id}`,
  editReport: (id: string) => `/medialab/berichte/${id}/bearbeiten`,
  demand: () => '/medialab/bedarf',
  desk: () => '/theke',
  handOut: (number: string) => `/theke/ausgabe/${number}`,
  takeBack: (number: string) => `/theke/rueckgabe/${number}`,
  requests: () => '/theke/anfragen',
  overdue: () => '/theke/ueberfaellig',
  labels: () => '/theke/etiketten',
  damages: () => '/theke/schaeden',
  sticker: (code: string) => `/g/${code}`,
  /** Instructions that one has received oneself. */
  instructed: () => '/medialab/einweisungen',
  manageOffers: () => '/verwaltung/angebote',
  newOffer: () => '/verwaltung/angebote/neu',
  editOffer: (slug: string) => `/verwaltung/angebote/${slug}`,
  stock: (slug: string) => `/verwaltung/angebote/${slug}/bestand`,
  item: (slug: string, id: string) => `/verwaltung/angebote/${slug}/bestand/${id}`,
  hours: () => '/verwaltung/zeiten',
  hour: (id: string) => `/verwaltung/zeiten/${id}`,
  instructions: () => '/verwaltung/einweisungen',
  instruction: (id: string) => `/verwaltung/einweisungen/${id}`,
}

/** "2026-1187": how a booking is called at the counter and in letters. */
export const bookingNumber = ({ year, number }: { year: number; number: number }) =>
  `${year}-${number}`

/** The number of a booking out of "2026-1187"; undefined when it is none. */
export function numberIn(name: string): number | undefined {
  const [, number] = /^\d{4}-(\d{1,9})$/.exec(name) ?? []
  return number === undefined ? undefined : Number(number)
}
