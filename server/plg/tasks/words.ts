type Told = { title: string; actor: string | null }

export const notificationWords: Record<string, (told: Told) => string> = {
  'plg.task-given': ({ actor, title }) =>
    `${actor ?? 'Jemand'} hat Ihnen eine Aufgabe gegeben: ${title}.`,
}

export const refusals = {
  notMember: 'Diese Person gehört nicht mehr zur PLG. Bitte wählen Sie jemand anderen.',
  staleForm: 'Dieses Formular gehört zu einer anderen PLG. Bitte laden Sie die Seite neu.',
}
