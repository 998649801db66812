type Facts = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

export const notificationWords: Record<string, (facts: Facts) => string> = {
  'moderation.filed': ({ title }) => `Neue Meldung: ${title}`,
  'moderation.answered': () => 'Das SMZ hat auf Ihre Meldung geantwortet.',
  'moderation.barrier-filed': ({ title }) => `${title} wurde gemeldet.`,
}

export const auditWords: Record<string, string> = {
  'moderation.report-handled': 'Meldung beantwortet',
  'moderation.barrier-handled': 'Meldung einer Barriere beantwortet',
}

export const waitingWords = {
  reports: (count: number) =>
    count === 1
      ? '1 Meldung wartet auf eine Antwort.'
      : `${count} Meldungen warten auf eine Antwort.`,
  barriers: (count: number) =>
    count === 1
      ? '1 gemeldete Barriere wartet auf eine Antwort.'
      : `${count} gemeldete Barrieren warten auf eine Antwort.`,
}

export const alreadyHandled = 'Diese Meldung hat inzwischen jemand anderes beantwortet.'
