import type { RunAct } from './contract.ts'

export const actNames: Record<RunAct, string> = {
  next: 'Nächster Schritt',
  back: 'Zurück',
  pause: 'Anhalten',
  resume: 'Weiter',
  end: 'Methode beenden',
}

export const notesTitle = (session: string) => `Mitschrift: ${session}`
