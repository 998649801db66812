import type { Shortage } from '../stock/contract.ts'
import { dayWords } from '../words.ts'

const spanWords = ({ from, span }: { from: string; span: { from: string; to: string } | null }) =>
  span ? `${dayWords(from)}, ${span.from}–${span.to} Uhr` : `ab ${dayWords(from)}`

/** What is said of a wish that does not go, with the way out. */
export const placingWords = {
  taken: (
    name: string,
    when: { from: string; span: { from: string; to: string } | null },
    { of, free }: Shortage,
  ) => {
    if (of === 'staff')
      return `${name}: ${spanWords(when)} ist niemand vom SMZ frei. Wählen Sie eine andere Zeit oder die Warteliste.`
    if (of === 'room')
      return `${name}: ${spanWords(when)} ist im Raum kein Platz mehr. Wählen Sie eine andere Zeit oder die Warteliste.`
    if (free === 1) return `${name}: ${spanWords(when)} ist nur noch 1 frei.`
    return free > 1
      ? `${name}: ${spanWords(when)} sind nur noch ${free} frei.`
      : `${name} ist ${spanWords(when)} schon vergeben. Wählen Sie eine andere Zeit oder die Warteliste.`
  },
  strangeProject: 'Dieses Vorhaben gehört zu keiner Ihrer PLGs. Bitte wählen Sie ein anderes.',
  strangePlg: 'In dieser PLG sind Sie nicht. Bitte wählen Sie eine andere.',
  nothing: 'Ihr Korb ist leer. Bitte wählen Sie zuerst ein Angebot.',
}
