import type { Answer, PollState } from './contract.ts'

export const answerNames: Record<Answer, string> = {
  yes: 'Ja',
  if_needed: 'Zur Not',
  no: 'Nein',
}

export const pollStateNames: Record<PollState, string> = {
  open: 'läuft',
  decided: 'entschieden',
  cancelled: 'beendet',
}

export const refusals = {
  noSlots: 'Bitte schlagen Sie mindestens zwei Zeiten vor.',
  endsFirst: 'Das Ende liegt vor dem Beginn.',
  half: 'Bitte füllen Sie Tag, Beginn und Ende aus.',
  twice: 'Diese Zeit steht schon in der Liste.',
  past: 'Diese Zeit ist schon vorbei.',
  over: 'Diese Umfrage ist schon zu Ende. Laden Sie die Seite neu, um das Ergebnis zu sehen.',
  noSlot: 'Bitte wählen Sie eine der Zeiten.',
  staleForm: 'Dieses Formular gehört zu einer anderen PLG. Bitte laden Sie die Seite neu.',
}

type Told = { title: string; actor: string | null }

export const notificationWords: Record<string, (told: Told) => string> = {
  'plg.poll-opened': ({ actor, title }) =>
    `${actor ?? 'Jemand'} sucht mit Ihnen einen Termin: ${title}.`,
}
