import type { Dimension, Inquiry } from './contract.ts'

/** In the words of the plan (R1-5). */
export const dimensionNames: Record<Dimension, string> = {
  teaching: 'Unterrichtsentwicklung',
  staff: 'Personalentwicklung',
  organisation: 'Organisationsentwicklung',
  technology: 'Technologieentwicklung',
  cooperation: 'Kooperationsentwicklung',
}

/** The parts of the focus by their names on the page. */
export const partNames: Record<keyof Inquiry, string> = {
  question: 'Unsere Frage',
  shouldLearn: '1. Was sollen die Lernenden können?',
  knownBy: '2. Woran erkennen wir, dass sie es können?',
  evidence: 'Womit wir anfangen',
  goal: 'Unser Ziel',
  measure: 'Woran wir es messen',
  dueOn: 'Bis wann',
  dimension: 'Wo sich etwas ändern soll',
  outOfScope: 'Was nicht dazugehört',
}

/** DuFour's third and fourth question wait for the evaluation. */
export const laterQuestions = {
  whoDidNot: '3. Was tun wir, wenn Lernende es noch nicht können?',
  forThoseWhoCould: '4. Was tun wir für die, die es schon können?',
}

export const words = {
  missingQuestion: 'Bitte schreiben Sie Ihre Frage in einem Satz auf.',
  noDay: 'Bitte geben Sie einen Tag an, zum Beispiel 31.07.2027.',
  noDimension: 'Bitte wählen Sie aus der Liste.',
  closed: 'Die Gruppe ist abgeschlossen. Ihr Fokus bleibt lesbar.',
  otherCycle: 'Inzwischen läuft ein neuer Durchgang. Der Fokus des vorigen bleibt, wie er war.',
  overtaken:
    'Inzwischen hat jemand anderes den Fokus gespeichert. Was Sie geschrieben haben, steht noch in den Feldern, der gespeicherte Stand darunter. Bitte führen Sie beides zusammen und speichern Sie noch einmal.',
  formerMember: 'Ehemaliges Mitglied',
}

/** A focus as plain text, for comparing two of them. */
export function plainInquiry(inquiry: Inquiry): string {
  return (Object.keys(partNames) as (keyof Inquiry)[])
    .flatMap((part) => {
      const value = inquiry[part]
      if (!value) return []
      const text = part === 'dimension' ? dimensionNames[value as Dimension] : value
      return [`${partNames[part]}\n${text}`]
    })
    .join('\n\n')
}
