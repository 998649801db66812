/** Only the key says whose calendar it is. Of one PLG it is named by its id: a title would say too much. */
export const feedPath = (key: string, plgId?: string) =>
  plgId ? `/kalender/${key}/${plgId}.ics` : `/kalender/${key}.ics`
