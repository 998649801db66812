import { roleNames } from '../words.ts'

export const words = {
  missingPerson: 'Bitte wählen Sie eine Person aus der Liste.',
  missingRole: 'Bitte wählen Sie eine Aufgabe.',
  missingSubject: 'Bitte wählen Sie das Fach der Fachkonferenz.',
  missingTitle: 'Bitte geben Sie dem Konzept einen Titel.',
  tooMany: 'Mehr als 100 Aufgaben sind nicht möglich. Bitte beenden Sie erst eine.',
  notAdvising:
    'Mitlesen kann nur, wer Schulen begleitet oder berät. Bitte wählen Sie aus der Liste.',
  ownSchool: 'Wer an Ihrer Schule arbeitet, liest den Entwurf schon.',
}

type Told = { title: string; actor: string | null; details: Record<string, unknown> }
const roleIn = ({ role }: Record<string, unknown>) =>
  roleNames[role as keyof typeof roleNames] ?? 'Mitwirkung'

/** The sentences of the bell; `title` is the concept. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'concepts.role-given': ({ actor, title, details }) =>
    `${actor ?? 'Jemand'} hat Ihnen eine Aufgabe in „${title}“ gegeben: ${roleIn(details)}.`,
}
