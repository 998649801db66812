import {
  type Consent,
  type Joining,
  type Kind,
  type Phase,
  type PlgRole,
  STEPS,
} from './contract.ts'

export const kindNames: Record<Kind, string> = {
  plg: 'PLG',
  visit_ring: 'Hospitationsring',
  concept_group: 'Konzeptentwicklungsgruppe',
  subject_team: 'Fachteam',
  network_group: 'Netzwerkgruppe',
  supervision: 'Supervisionsgruppe',
  principals_circle: 'Schulleitungsrunde',
}

export const kindHints: Record<Kind, string> = {
  plg: 'Lehrkräfte mehrerer Schulen erproben etwas im Unterricht und bringen es nach Hause.',
  visit_ring: 'Schulen besuchen sich gegenseitig im Unterricht. Beitritt auf Anfrage.',
  concept_group: 'Mehrere Schulen schreiben zusammen an einem Konzept. Beitritt auf Anfrage.',
  subject_team: 'Lehrkräfte eines Fachs arbeiten über Schulen hinweg zusammen.',
  network_group: 'Offene Gruppe zu einem Thema des Netzes.',
  supervision:
    'Geschlossene Gruppe, nur auf Einladung. Ohne Protokolle; nach außen gibt es sie nicht, auch nicht für Schulleitungen.',
  principals_circle:
    'Schulleitungen unter sich, nur auf Einladung. Nach außen gibt es die Runde nicht.',
}

export const phaseNames: Record<Phase, string> = {
  idea: 'Idee',
  forming: 'Bildung',
  focus: 'Fokus',
  design: 'Entwurf',
  trial: 'Erprobung',
  evaluate: 'Auswertung',
  transfer: 'Transfer',
  closed: 'Abgeschlossen',
}

/** The names on the bar of six steps. */
export const stepNames = STEPS.map((phase) => phaseNames[phase])

/** Where a PLG stands on that bar: null before the first step, the last one when it is closed. */
export function stepOf(phase: Phase): number | null {
  if (phase === 'idea') return null
  return phase === 'closed' ? STEPS.length - 1 : STEPS.indexOf(phase)
}

/** What follows the name of the step, e.g. "pausiert". */
export function noteOf(plg: { phase: Phase; isPaused: boolean }): string | undefined {
  if (plg.phase === 'closed') return 'abgeschlossen'
  return plg.isPaused ? 'pausiert' : undefined
}

export const roleNames: Record<PlgRole, string> = {
  lead: 'Sprecher:in',
  member: 'Mitglied',
  guest: 'Gast',
  facilitator: 'Moderation',
}

export const joiningNames: Record<Joining, string> = {
  open: 'Offen',
  by_request: 'Auf Anfrage',
  closed: 'Geschlossen',
}

export const joiningHints: Record<Joining, string> = {
  open: 'Jede Lehrkraft kann sofort beitreten.',
  by_request:
    'Alle Lehrkräfte sehen Frage und Schulen. Wer mitarbeiten will, fragt an, und Sie entscheiden.',
  closed: 'Nur auf Einladung. Für alle anderen gibt es diese PLG nicht, auch nicht in der Suche.',
}

export const consentNames: Record<Consent, string> = {
  open: 'Zustimmung der Schulleitung offen',
  granted: 'Schulleitung hat zugestimmt',
  refused: 'Schulleitung hat nicht zugestimmt',
}

/** Refusals said in more than one place. */
export const refusals = {
  notConfirmed:
    'Ihre Schule hat Sie noch nicht bestätigt. PLGs sehen Sie, sobald Ihre Schulleitung oder die Digitalisierungsbeauftragten das getan haben.',
  chooseSchool: 'Bitte wählen Sie, für welche Ihrer Schulen Sie mitarbeiten.',
  lastLead:
    'Außer Ihnen spricht niemand für diese PLG. Geben Sie zuerst einem anderen Mitglied die Sprecherrolle.',
  oneLeadMustStay: 'Eine PLG braucht mindestens eine Person, die für sie spricht.',
  alreadyDecided: 'Darüber hat inzwischen schon jemand entschieden.',
  tooLateToUndo: 'Das lässt sich nicht mehr rückgängig machen.',
}

/** Said once, to somebody who already works in a PLG (Bonsen/Rolff: one is enough work). */
export const secondPlgHint =
  'Sie arbeiten schon in einer PLG mit. Erfahrungsgemäß trägt eine PLG weiter als zwei halbe.'

type Told = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

const whoOf = ({ actor }: Told) => actor ?? 'Jemand'
const detail = ({ details }: Told, name: string) =>
  typeof details[name] === 'string' ? details[name] : ''

/** What the group has decided about its way, as a piece of a sentence. */
function decided(told: Told): string {
  const to = phaseNames[detail(told, 'to') as Phase]
  switch (detail(told, 'kind')) {
    case 'pause':
      return 'Die Gruppe pausiert.'
    case 'resume':
      return 'Die Arbeit geht weiter.'
    case 'next_cycle':
      return 'Ein neuer Durchgang beginnt.'
    case 'closed':
      return 'Die Gruppe ist abgeschlossen.'
    default:
      return `Sie sind jetzt in der Phase „${to}“.`
  }
}

/** The sentences of the bell. `title` is the PLG, or the school where the line is for its principal. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'plg.request-arrived': (told) =>
    told.count > 1
      ? `${told.count} Anfragen zum Beitritt in „${told.title}“`
      : `${whoOf(told)} möchte in „${told.title}“ mitarbeiten.`,
  'plg.request-accepted': ({ title }) => `Ihre Anfrage ist angenommen: „${title}“.`,
  'plg.request-declined': (told) => `Ihre Anfrage an „${detail(told, 'plg')}“ wurde abgelehnt.`,
  'plg.invited': (told) => `${whoOf(told)} lädt Sie in die PLG „${told.title}“ ein.`,
  'plg.invitation-answered': (told) =>
    `${whoOf(told)} hat die Einladung in „${told.title}“ ${told.details.accepted ? 'angenommen' : 'abgelehnt'}.`,
  'plg.joined': (told) =>
    told.count > 1
      ? `${told.count} neue Mitglieder in „${told.title}“`
      : `${whoOf(told)} arbeitet jetzt in „${told.title}“ mit.`,
  'plg.removed': (told) => `Sie sind nicht mehr Mitglied der PLG „${detail(told, 'plg')}“.`,
  'plg.made-lead': ({ title }) => `Sie sprechen jetzt für die PLG „${title}“.`,
  'plg.facilitator-assigned': (told) =>
    `${detail(told, 'facilitator')} begleitet jetzt die PLG „${told.title}“.`,
  'plg.consent-asked': (told) =>
    told.count > 1
      ? `${told.count} PLGs brauchen Ihre Zustimmung: ${told.title}`
      : `Die PLG „${detail(told, 'plg')}“ braucht Ihre Zustimmung: ${told.title}`,
  'plg.agreement-changed': (told) =>
    `Die Vereinbarung der PLG „${detail(told, 'plg')}“ hat eine neue Fassung: ${told.title}`,
  'plg.cycle-decided': (told) =>
    told.count > 1
      ? `${told.count} Entscheidungen in „${told.title}“`
      : `„${told.title}“: ${decided(told)}`,
  'plg.consent-granted': (told) =>
    `Die Schulleitung hat „${told.title}“ zugestimmt: ${detail(told, 'school')}.`,
  'plg.consent-refused': (told) =>
    `Die Schulleitung hat „${told.title}“ nicht zugestimmt: ${detail(told, 'school')}.`,
}

/** What the protocol calls the privileged acts of this area. It never holds a PLG's title. */
export const auditWords: Record<string, string> = {
  'plg.role-changed': 'Rolle in einer PLG geändert',
  'plg.member-removed': 'Mitglied aus einer PLG entfernt',
  'plg.member-restored': 'Entfernen aus einer PLG rückgängig gemacht',
  'plg.facilitator-assigned': 'Moderation einer PLG zugewiesen',
  'plg.consent-decided': 'Über den Platz einer Schule in einer PLG entschieden',
  'plg.facilitator-ended': 'Moderation einer PLG beendet',
  'plg.joining-changed': 'Beitrittsweg einer PLG geändert',
  'plg.closed': 'PLG abgeschlossen',
}
