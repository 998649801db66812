import type { Content } from '#server/rich-text/contract.ts'
import type { Condition, Verdict } from '../../standing/contract.ts'
import { verdictNames } from '../../standing/words.ts'
import type { DpiaState, RiskLevel } from '../opinions/contract.ts'
import { dpiaNames, riskNames } from '../opinions/words.ts'

export type OpinionOnPaper = {
  number: number
  label: string
  variant: string
  verdict: Verdict
  riskLevel: RiskLevel
  dpia: DpiaState
  conditions: Condition[]
  reasoning: string
  alternative: string
  graceText: string
  recommendedUntil: string | null
  signedName: string
  signedOffice: string
  givenAt: Date
}

const words = (text: string) => (text === '' ? [] : [{ type: 'text', text }])
const text = (line: string) => ({ type: 'paragraph', content: words(line) })
const heading = (line: string) => ({
  type: 'heading',
  attrs: { level: 2 },
  content: words(line),
})
const list = (lines: string[]) => ({
  type: 'bulletList',
  content: lines.map((line) => ({ type: 'listItem', content: [text(line)] })),
})
const day = (iso: string) => iso.split('-').reverse().join('.')
const lines = (typed: string) => typed.split('\n').map(text)

/** The paper as a document of ours: what people typed can then be nothing but text. */
export function opinionText(given: { purpose: string; opinions: OpinionOnPaper[] }): Content {
  const [first] = given.opinions
  return {
    type: 'doc',
    content: [
      ...(given.purpose === '' ? [] : [heading('Wofür'), ...lines(given.purpose)]),
      ...given.opinions.flatMap(onePart),
      ...(first ? [text(`Unterschrieben von ${first.signedName}, ${first.signedOffice}.`)] : []),
    ],
  }
}

function onePart(one: OpinionOnPaper) {
  const { conditions, alternative, graceText, recommendedUntil } = one
  return [
    heading(`${one.variant}: ${one.label}`),
    text(`Ergebnis: ${verdictNames[one.verdict]} (Stellungnahme Nr. ${one.number})`),
    ...(recommendedUntil ? [text(`Gültig bis: ${day(recommendedUntil)}`)] : []),
    text(`Risiko: ${riskNames[one.riskLevel]}. Folgenabschätzung: ${dpiaNames[one.dpia]}.`),
    ...(conditions.length > 0
      ? [text('Auflagen:'), list(conditions.map((each) => each.text))]
      : []),
    text('Begründung:'),
    ...lines(one.reasoning),
    ...(alternative === '' ? [] : [text(`Stattdessen: ${alternative}`)]),
    ...(graceText === '' ? [] : [text(`Nach dem Ende: ${graceText}`)]),
  ]
}
