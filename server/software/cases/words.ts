import type { CaseEvent, CaseOutcome, CaseReason, Priority, ReviewState } from './contract.ts'

export const stateNames: Record<ReviewState, string> = {
  draft: 'Entwurf',
  submitted: 'Eingereicht',
  triage: 'Vorprüfung',
  waiting_requester: 'Rückfrage an die Schule',
  waiting_vendor: 'Rückfrage an den Anbieter',
  in_review: 'In Prüfung',
  opinion_draft: 'Stellungnahme im Entwurf',
  opinion_given: 'Stellungnahme liegt vor',
  release_pending: 'Freigabe steht aus',
  closed: 'Abgeschlossen',
  rejected_intake: 'Nicht angenommen',
}

/** What comes next, for those who wait. */
export const stateNext: Record<ReviewState, string> = {
  draft: 'Nur Sie sehen diesen Entwurf. Er zählt, sobald Sie ihn einreichen.',
  submitted: 'Das Schulmedienzentrum sieht den Vorschlag als Nächstes durch.',
  triage: 'Das Schulmedienzentrum ergänzt die Angaben und gibt den Vorschlag an die Prüfstelle.',
  waiting_requester: 'Die Prüfstelle hat eine Frage an Sie.',
  waiting_vendor: 'Die Prüfstelle wartet auf eine Antwort des Anbieters.',
  in_review: 'Die Prüfstelle prüft.',
  opinion_draft: 'Die Stellungnahme wird geschrieben.',
  opinion_given: 'Die Stellungnahme liegt vor. Als Nächstes entscheidet der Schulträger.',
  release_pending: 'Die Stellungnahme liegt vor. Als Nächstes entscheidet der Schulträger.',
  closed: 'Die Prüfung ist abgeschlossen.',
  rejected_intake: 'Der Vorschlag wird nicht weiter verfolgt.',
}

export const eventNames: Record<CaseEvent, string> = {
  submit: 'Eingereicht',
  take: 'In die Vorprüfung genommen',
  reject: 'Nicht angenommen',
  fast_lane: 'Ohne Personenbezug: direkt zur Stellungnahme',
  already_decided: 'Schon entschieden',
  start: 'An die Prüfstelle gegeben',
  ask_requester: 'Rückfrage an die Schule',
  ask_vendor: 'Rückfrage an den Anbieter',
  answer: 'Antwort eingegangen',
  deadline: 'Frist ohne Antwort verstrichen',
  draft_opinion: 'Stellungnahme entworfen',
  send_back: 'Zurück in die Prüfung',
  sign: 'Stellungnahme unterschrieben',
  hand_over: 'Zur Freigabe übergeben',
  release: 'Entschieden',
  refuse: 'Nicht freigegeben',
  withdraw: 'Zurückgezogen',
}

/** What opens a case, as it stands first in its log. */
export const openingNames: Record<string, string> = {
  suggest: 'Vorgeschlagen',
  request: 'Prüfung angefragt',
  complain: 'Beschwerde einer Schule',
  reopen: 'Neu aufgenommen',
}

export const reasonNames: Record<CaseReason, string> = {
  new: 'Neuer Vorschlag',
  change: 'Etwas hat sich geändert',
  expiry: 'Freigabe läuft ab',
  incident: 'Vorfall',
  complaint: 'Beschwerde',
  pilot: 'Erprobung',
  school_request: 'Anfrage einer Schule',
}

export const outcomeNames: Record<CaseOutcome, string> = {
  released: 'Freigegeben',
  released_stricter: 'Mit weiteren Auflagen freigegeben',
  pilot: 'Zur Erprobung freigegeben',
  refused: 'Nicht freigegeben',
  already_decided: 'Schon entschieden',
  duplicate: 'Schon im Verzeichnis',
  incomplete: 'Angaben fehlen',
  withdrawn: 'Zurückgezogen',
  objection: 'Bedenken',
}

export const priorityNames: Record<Priority, string> = {
  low: 'Niedrig',
  normal: 'Normal',
  high: 'Hoch',
}

/** Who acts when nobody does: a deadline, a standing rule. */
export const HOUSE = 'Lernen 25'

export const caseRefusals = {
  moved: (state: ReviewState) =>
    `Darüber hat inzwischen schon jemand entschieden: Die Prüfung steht auf „${stateNames[state]}“.`,
  oneOpen: 'Zu dieser App läuft schon eine Prüfung. Sagen Sie dort „Mich auch“.',
}

/** What the protocol calls the steps of a case. */
export const caseAuditWords: Record<string, string> = {
  'software.case-opened': 'Prüfung einer App begonnen',
  ...Object.fromEntries(
    Object.entries(eventNames).map(([event, name]) => [
      `software.case-${event.replaceAll('_', '-')}`,
      `Prüfung einer App: ${name}`,
    ]),
  ),
}
