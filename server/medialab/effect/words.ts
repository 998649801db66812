export const effectWords = {
  /** Of booked dates, before a change is saved. */
  notYet: (count: number) =>
    count === 1
      ? 'Noch nicht gespeichert: Ein gebuchter Termin passt dann nicht mehr.'
      : `Noch nicht gespeichert: ${count} gebuchte Termine passen dann nicht mehr.`,
}

type Told = { title: string; details: Record<string, unknown> }

export const notificationWords: Record<string, (told: Told) => string> = {
  'medialab.dates-unfit': ({ title, details }) =>
    `Ihre Buchung passt nicht mehr: ${title}. ${typeof details.reason === 'string' ? details.reason : ''}`.trim(),
}
