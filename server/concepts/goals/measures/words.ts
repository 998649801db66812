import type { MeasureStatus } from './contract.ts'

export const measureStatusNames: Record<MeasureStatus, string> = {
  open: 'Offen',
  doing: 'In Arbeit',
  done: 'Erledigt',
  blocked: 'Blockiert',
  dropped: 'Entfällt',
}

export const words = {
  missingTitle: 'Bitte schreiben Sie, was zu tun ist.',
  missingBlock: 'Bitte schreiben Sie, was blockiert.',
  missingPlg: 'Bitte wählen Sie eine PLG.',
  tooMany: 'Mehr als 50 Maßnahmen zu einem Ziel sind nicht möglich. Legen Sie ein Teilziel an.',
  notBlocked: 'Unterstützung fragen Sie zu einer Maßnahme an, die blockiert ist.',
}
