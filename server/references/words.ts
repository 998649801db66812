import type { ReferenceKind } from './contract.ts'

export const groupWords: Record<ReferenceKind, string> = {
  relation: 'Hängt zusammen mit',
  mention: 'Wird erwähnt in',
}

export const refusals = {
  notThere: 'Diesen Eintrag gibt es nicht, oder Sie können ihn nicht lesen.',
  noPersons: 'Personen erwähnen Sie im Text. Hier verbinden Sie Einträge.',
  itself: 'Ein Eintrag kann nicht auf sich selbst verweisen.',
  tooMany: 'Mehr als 100 Verweise sind nicht möglich. Bitte entfernen Sie erst einen.',
}

type Told = { actor: string | null; title: string }

/** The sentences of the bell and of mails. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'references.mentioned': ({ actor, title }) =>
    `${actor ?? 'Jemand'} hat Sie in „${title}“ erwähnt.`,
}
