import type { Lack, Step } from './contract.ts'

const dayName = (day: string) => day.split('-').reverse().join('.')

const lackNames: Record<Lack, string> = {
  reflection: 'Ihre Sicht in der Reflexion',
  version: 'ob das Amt eine Version Ihres Konzepts liest',
  readiness: 'Ihr Häkchen, dass Sie vorbereitet sind',
}

const listed = (parts: string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`

type Line = { text: string; label: string }

/** The line on "Heute"; `title` names the talk, `on` is its local day. */
export function lineOf(step: Step, title: string, on: string): Line {
  switch (step.kind) {
    case 'choose-date':
      return { text: `Für „${title}“ stehen Termine zur Wahl.`, label: 'Termin wählen' }
    case 'propose-date':
      return {
        text: `Für „${title}“ fehlt ein Termin${step.dueOn ? `, vorgesehen ist es bis ${dayName(step.dueOn)}` : ''}.`,
        label: 'Termin vorschlagen',
      }
    case 'prepare':
      return {
        text: `„${title}“ ist am ${dayName(on)}. Noch offen: ${listed(step.lacks.map((one) => lackNames[one]))}.`,
        label: 'Vorbereiten',
      }
    case 'was-held':
      return {
        text: `„${title}“ war für den ${dayName(on)} verabredet. Hat es stattgefunden?`,
        label: 'Eintragen',
      }
    case 'sign':
      return { text: `„${title}“ braucht Ihre Unterschrift.`, label: 'Lesen und unterschreiben' }
  }
}

export const overdueLine = (count: number, schoolYear: string): Line => ({
  text:
    count === 1
      ? `1 Ausstattungsgespräch der Runde ${schoolYear} ist überfällig.`
      : `${count} Ausstattungsgespräche der Runde ${schoolYear} sind überfällig.`,
  label: 'Ansehen',
})
