import type { GradeBand, MembershipState, Role, Subject } from './contract.ts'

export const roleNames: Record<Role, string> = {
  teacher: 'Lehrkraft',
  trainee: 'Referendar:in',
  digital_officer: 'Digitalisierungsbeauftragte:r',
  first_level_admin: 'First-Level-Support',
  deputy_principal: 'Stellvertretende Schulleitung',
  principal: 'Schulleitung',
  smz_staff: 'SMZ-Team',
  facilitator: 'PLG-Begleitung',
  media_advisor: 'Medienberatung',
  subject_advisor: 'Fachberatung',
  school_dpo: 'Datenschutzbeauftragte:r für Schulen',
  release_manager: 'Freigabe beim Schulträger',
  school_authority_staff: 'Schulträger',
  school_inspector: 'Schulaufsicht',
  operator: 'Technische Administration',
}

export const roleName = (role: string): string => roleNames[role as Role] ?? role

export const stateNames: Record<MembershipState, string> = {
  pending: 'Wartet auf Bestätigung',
  confirmed: 'Bestätigt',
  refused: 'Abgelehnt',
  ended: 'Beendet',
}

export const subjectNames: Record<Subject, string> = {
  german: 'Deutsch',
  mathematics: 'Mathematik',
  english: 'Englisch',
  french: 'Französisch',
  spanish: 'Spanisch',
  latin: 'Latein',
  turkish: 'Türkisch',
  german_second_language: 'Deutsch als Zweitsprache',
  general_studies: 'Sachunterricht',
  biology: 'Biologie',
  chemistry: 'Chemie',
  physics: 'Physik',
  natural_sciences: 'Naturwissenschaften',
  computer_science: 'Informatik',
  technology: 'Technik und Arbeitslehre',
  history: 'Geschichte',
  politics: 'Politik und Wirtschaft',
  geography: 'Erdkunde',
  social_studies: 'Gesellschaftslehre',
  philosophy: 'Philosophie',
  religion: 'Religion',
  art: 'Kunst',
  music: 'Musik',
  sports: 'Sport',
  vocational: 'Berufliche Fachrichtung',
  special_education: 'Sonderpädagogik',
}

export const gradeBandNames: Record<GradeBand, string> = {
  '1-2': '1/2',
  '3-4': '3/4',
  '5-6': '5/6',
  '7-8': '7/8',
  '9-10': '9/10',
  '11-13': 'Oberstufe',
  vocational: 'Berufskolleg',
}

type Told = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

const roleIn = (details: Record<string, unknown>) =>
  roleName(typeof details.role === 'string' ? details.role : '')

/** The sentences of the bell. `title` is the school, or the person who waits. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'accounts.membership-requested': ({ title, details }) =>
    `${title} wartet auf Bestätigung als ${roleIn(details)}.`,
  'accounts.membership-confirmed': ({ title, details }) =>
    `Sie sind bestätigt: ${roleIn(details)}, ${title}.`,
  'accounts.membership-refused': ({ title, details }) =>
    `Ihre Anmeldung als ${roleIn(details)}, ${title}, wurde abgelehnt.`,
  'accounts.role-given': ({ title, details }) =>
    `Sie haben eine neue Rolle: ${roleIn(details)}, ${title}.`,
  'accounts.membership-ended': ({ title, details }) =>
    `Ihre Rolle ${roleIn(details)}, ${title}, wurde beendet.`,
}

/** What the protocol calls the privileged acts of this area. */
export const auditWords: Record<string, string> = {
  'accounts.registered': 'Person registriert',
  'accounts.membership-requested': 'Rolle beantragt',
  'accounts.membership-confirmed': 'Rolle bestätigt',
  'accounts.membership-refused': 'Rolle abgelehnt',
  'accounts.membership-ended': 'Rolle beendet',
  'accounts.membership-restored': 'Beenden rückgängig gemacht',
  'accounts.role-given': 'Rolle vergeben',
  'accounts.deactivated': 'Konto deaktiviert',
  'accounts.reactivated': 'Konto wieder aktiviert',
  'accounts.renamed': 'Name geändert',
  'accounts.operator-link': 'Einrichtungslink ausgegeben',
  'accounts.operator-set-up': 'Technische Administration eingerichtet',
}

/** Refusals said in more than one place. */
export const refusals = {
  alreadyDecided: 'Darüber hat inzwischen schon jemand entschieden.',
  alreadyThere: 'Diese Rolle ist dort schon eingetragen oder angefragt.',
  linkUsedUp: 'Dieser Link ist abgelaufen oder wurde schon benutzt.',
  alreadyRegistered: 'Diese E-Mail-Adresse ist schon registriert. Bitte melden Sie sich damit an.',
  guessable:
    'Dieses Passwort ist leicht zu erraten. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
  wrongCredentials:
    'E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides, oder lassen Sie sich einen Anmeldelink schicken.',
  wrongPassword: 'Das ist nicht Ihr jetziges Passwort.',
  lastOperator:
    'Das ist die letzte Person der Technischen Administration. Geben Sie das Amt erst jemand anderem.',
  unknownSchool: 'Bitte wählen Sie eine Schule aus der Liste.',
}
