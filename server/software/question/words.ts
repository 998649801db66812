import type { Use } from '../products/contract.ts'
import type { StandingName } from '../standing/contract.ts'
import { accountQuestions, deviceQuestions } from '../words.ts'
import type { Difference, Question } from './contract.ts'

/** "in Klasse 6 auf Schul-iPads in der Schule mit Pseudonym" */
export function askedWords({ grade, device, account }: Question): string {
  return [
    grade !== null && `in Klasse ${grade}`,
    device && deviceQuestions[device],
    account && accountQuestions[account],
  ]
    .filter(Boolean)
    .join(' ')
}

export const leads: Record<StandingName, string> = {
  approved: 'Ja.',
  approved_no_data: 'Ja.',
  approved_with_conditions: 'Ja, wenn Sie die Auflagen einhalten.',
  pilot: 'Nur im Vorhaben, das es erprobt.',
  in_review: 'Das wird gerade geprüft.',
  not_reviewed: 'Das ist noch nicht geprüft.',
  expired: 'Die Freigabe ist abgelaufen.',
  not_approved: 'Nein.',
}

type Said = {
  name: string
  where: string
  until: string
  label: string
  graceText: string
  /** Why not. */
  reason: string
}

/** One sentence for each standing; `where` begins with a space or is empty. */
export const sentences: Record<StandingName, (said: Said) => string> = {
  approved: ({ name, where, until }) => `„${name}“ ist${where} freigegeben${until}.`,
  approved_no_data: ({ name, where, until }) =>
    `„${name}“ ist${where} freigegeben${until}; dabei werden keine personenbezogenen Daten verarbeitet.`,
  approved_with_conditions: ({ name, where, until }) =>
    `„${name}“ ist${where} mit Auflagen freigegeben${until}.`,
  pilot: ({ name, where, until }) =>
    `„${name}“ ist${where} nur für eine Erprobung freigegeben${until}, nicht für alle.`,
  in_review: ({ name, where }) =>
    `Die Prüfung von „${name}“ läuft; entschieden ist${where} noch nichts.`,
  not_reviewed: ({ name, where }) =>
    `„${name}“ ist${where} noch nicht geprüft. Das heißt nicht verboten: Ihre Schulleitung entscheidet und ist verantwortlich.`,
  expired: ({ name, where, until, graceText }) =>
    `Die Freigabe von „${name}“${where} ist${until} abgelaufen. ${graceText || 'Bitte prüfen Sie die Nutzung, bis neu entschieden ist.'}`,
  not_approved: ({ name, where, reason }) =>
    `„${name}“ ist${where} nicht freigegeben. ${reason}`.trim(),
}

/** Releases for some schools only: whether the reader's school is one, is none, or nobody knows. */
export const someSchools = {
  lead: 'Nur an einzelnen Schulen.',
  own: 'Das gilt für Ihre Schule, nicht für alle.',
  unknown: 'Das gilt nur für einzelne Schulen.',
  others: 'Freigegeben ist das nur für andere einzelne Schulen.',
}

export const noMatch = {
  lead: 'Dafür ist nichts entschieden.',
  sentence: (name: string, where: string) =>
    `Für „${name}“${where} gibt es keine Entscheidung. Entschieden ist über diese Nutzungen:`,
}

const differenceNames: Record<Difference, (use: Use) => string> = {
  device: ({ device }) => deviceQuestions[device],
  account: ({ account }) => accountQuestions[account],
  grade: () => 'andere Jahrgänge',
  form: () => 'andere Schulformen',
}

/** What is different: "auf eigenen Geräten der Lernenden, ohne Konto". */
export const differsIn = (use: Use, differs: Difference[]): string =>
  differs.map((one) => differenceNames[one](use)).join(', ')

const adoptionNames: Record<string, string> = {
  in_use: 'eingeführt',
  pilot: 'in Erprobung',
  considering: 'wird überlegt',
  stopped: 'nicht mehr im Einsatz',
  not_used: 'nicht im Einsatz',
}

/** How a school stands to a product; null where it has not decided. */
export const adoptionWords = (status: string | null): string =>
  status === null
    ? 'noch nicht eingeführt. Das entscheidet die Schulleitung.'
    : `${adoptionNames[status] ?? status}.`
