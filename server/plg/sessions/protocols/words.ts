import type { Voice } from './contract.ts'

export const voiceNames: Record<Voice, string> = {
  all: 'Alle, im Gespräch',
  round: 'Reihum, eine Person nach der anderen',
  presenter: 'Die Person, die etwas mitgebracht hat',
  others: 'Die anderen',
  lead: 'Wer die Methode anleitet',
  silent: 'Niemand, alle arbeiten still',
}
