import type { PublishedGoal } from './contract.ts'

export const likenessNames: Record<PublishedGoal['why'][number], string> = {
  network_goal: 'gleiches Netzwerkziel',
  competency: 'gleiche Kompetenz',
  title: 'ähnliche Worte',
}

export const words = {
  chooseConcept: 'Bitte wählen Sie, in welches Medienkonzept das Ziel kommt.',
  ownGoal: 'Das ist ein Ziel Ihrer eigenen Schule.',
  isGone: 'Die andere Schule hat dieses Ziel inzwischen gelöscht. Sie können es selbst anlegen.',
  isUsed: 'An diesem Ziel wird schon gearbeitet. Sie können es im Entwurf aufgeben oder löschen.',
  notTaken: 'Ihre Schule hat dieses Ziel nicht übernommen.',
}

type Told = { title: string; count: number }

/** The sentence of the bell; `title` is the giver's concept. Which school took it is said by that school, when it publishes. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'concepts.goal-adopted': ({ title, count }) =>
    count > 1
      ? `${count} Schulen haben Ziele aus „${title}“ übernommen.`
      : `Eine Schule hat ein Ziel aus „${title}“ übernommen.`,
}
