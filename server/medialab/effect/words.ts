export const effectWords = {
  /** Of booked dates, before a change is saved. */
  notYet: (count: number) =>
    count === 1
      ? 'Noch nicht gespeichert: Ein gebuchter Termin passt dann nicht mehr.'
      : `Noch nicht gespeichert: ${count} gebuchte Termine passen dann nicht mehr.`,
}
