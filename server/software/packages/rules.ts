import type { Content } from '#server/rich-text/contract.ts'
import { dataSubjectNames, transferNames } from '../products/words.ts'
import type { Condition } from '../standing/contract.ts'
import { conditionNames } from '../standing/words.ts'
import { accountNames, deviceNames, userNames } from '../words.ts'
import type { Part } from './contract.ts'
import type { School, UseFacts } from './sql.ts'
import { basisNames, categoryNames, gap } from './words.ts'

/** All that a package is made of. `avv`: what the school has decided about the contract, where it has. */
export type Facts = {
  product: string
  use: UseFacts
  school: School | null
  conditions: Condition[]
  avv: { status: string; on: string | null } | null
}

const paragraph = (words: string): Content => ({
  type: 'paragraph',
  ...(words !== '' && { content: [{ type: 'text', text: words }] }),
})
const heading = (words: string): Content => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text: words }],
})
const list = (items: string[]): Content => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
const table = (head: string[], rows: string[][]): Content => {
  const row = (type: 'tableHeader' | 'tableCell') => (cells: string[]) => ({
    type: 'tableRow',
    content: cells.map((words) => ({ type, content: [paragraph(words)] })),
  })
  return {
    type: 'table',
    content: [...[head].map(row('tableHeader')), ...rows.map(row('tableCell'))],
  }
}

const schoolName = ({ school }: Facts) => school?.name ?? gap('Name der Schule')
const address = ({ school }: Facts) =>
  school && school.street !== ''
    ? `${school.street}, ${school.postalCode} ${school.city}`
    : gap('Anschrift der Schule')
const contact = ({ school }: Facts) =>
  school?.officialEmail || school?.phone || gap('Kontakt der Schule')
const vendor = ({ use }: Facts) =>
  use.vendor ? [use.vendor, use.vendorCountry].filter(Boolean).join(', ') : gap('Anbieter der App')
const hosting = ({ use }: Facts) =>
  [use.hostingProvider, use.hostingCountry].filter(Boolean).join(', ') || gap('Ort der Speicherung')
const orGap = (text: string, what: string) => (text === '' ? gap(what) : text)

function dataTable({ use }: Facts): Content {
  if (use.data.length === 0) return paragraph(gap('welche Daten verarbeitet werden und wozu'))
  const rows = use.data.map((line) => [
    dataSubjectNames[line.subject],
    categoryNames[line.category] ?? line.category,
    orGap(line.purpose, 'Zweck'),
    basisNames[line.basis] ?? gap('Rechtsgrundlage'),
    orGap(line.retention, 'Löschfrist'),
    orGap(line.recipients, 'Empfänger'),
  ])
  return table(['Wer', 'Daten', 'Zweck', 'Rechtsgrundlage', 'Löschung', 'Empfänger'], rows)
}

function others({ use }: Facts): Content {
  if (use.subprocessors.length === 0)
    return paragraph('Unterauftragnehmer sind in den Unterlagen nicht aufgeführt.')
  return table(
    ['Unterauftragnehmer', 'Land', 'Leistung', 'Grundlage'],
    use.subprocessors.map((one) => [
      ...[one.name, orGap(one.country, 'Land'), orGap(one.service, 'Leistung')],
      transferNames[one.basis] ?? gap('Grundlage der Übermittlung'),
    ]),
  )
}

const conditionList = ({ conditions }: Facts): Content =>
  conditions.length === 0
    ? paragraph('Die Freigabe nennt keine Auflagen.')
    : list(conditions.map(({ kind, text }) => text || conditionNames[kind]))

const about = (facts: Facts): Content =>
  table(
    ['Angabe', 'Inhalt'],
    [
      [
        'Verantwortlich',
        `${schoolName(facts)}, ${address(facts)}, vertreten durch die Schulleitung`,
      ],
      ['Kontakt', contact(facts)],
      ['Datenschutzbeauftragte:r', gap('Name und Kontakt')],
      ['App', `${facts.product}, ${facts.use.variant}`],
      ['Nutzung', facts.use.label],
      ['Geräte', deviceNames[facts.use.device]],
      ['Konten', accountNames[facts.use.account]],
      [
        'Wer sie nutzt',
        facts.use.users.map((user) => userNames[user]).join(', ') || gap('wer sie nutzt'),
      ],
      ['Anbieter', vendor(facts)],
      ['Speicherort', hosting(facts)],
      ...(facts.use.hasAi ? [['KI-Funktionen', orGap(facts.use.aiNote, 'Angaben zur KI')]] : []),
    ],
  )

const AVV_WORDS: Record<string, string> = {
  not_needed: 'Die Schule hat festgehalten, dass kein Vertrag nötig ist.',
  open: 'Der Vertrag ist noch nicht geschlossen.',
  signed: 'Der Vertrag ist geschlossen.',
}

const TEMPLATES: Record<Part, (facts: Facts) => Content[]> = {
  avv: (facts) => [
    paragraph(
      `Vermerk der Schule ${schoolName(facts)} über den Vertrag zur Verarbeitung im Auftrag (AV-Vertrag) mit ${vendor(facts)} für die App ${facts.product}.`,
    ),
    paragraph(AVV_WORDS[facts.avv?.status ?? ''] ?? gap('ob ein AV-Vertrag geschlossen ist')),
    paragraph(`Geschlossen am: ${facts.avv?.on ? germanDay(facts.avv.on) : gap('Datum')}`),
    paragraph(`Abgelegt: ${gap('wo der unterschriebene Vertrag liegt')}`),
    others(facts),
    paragraph(`Schulleitung: ${gap('Name, Datum, Unterschrift')}`),
  ],
  vvt: (facts) => [
    about(facts),
    heading('Daten'),
    dataTable(facts),
    heading('Weitere Stellen'),
    others(facts),
    heading('Auflagen der Freigabe'),
    conditionList(facts),
    paragraph(`Technische und organisatorische Maßnahmen: ${gap('Maßnahmen der Schule')}`),
  ],
  art13: (facts) => [
    paragraph(
      `Die Schule ${schoolName(facts)} setzt im Unterricht die App ${facts.product} ein. Hier steht, welche Daten dabei verarbeitet werden.`,
    ),
    about(facts),
    heading('Welche Daten, wozu, wie lange'),
    dataTable(facts),
    heading('Wer die Daten noch erhält'),
    others(facts),
    heading('Ihre Rechte'),
    paragraph(
      'Sie können Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung verlangen und der Verarbeitung widersprechen. Eine Einwilligung können Sie jederzeit für die Zukunft widerrufen. Wenden Sie sich dafür an die Schule. Beschweren können Sie sich bei der Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen.',
    ),
  ],
  parents: (facts) => [
    paragraph('Liebe Eltern,'),
    paragraph(
      `in der Klasse ${gap('Klasse')} arbeiten wir ab ${gap('Datum')} mit der App ${facts.product}. Wir setzen sie dafür ein: ${gap('wofür im Unterricht')}.`,
    ),
    paragraph(
      `Genutzt wird sie so: ${deviceNames[facts.use.device]}. Konten: ${accountNames[facts.use.account]}.`,
    ),
    heading('Darauf achten wir'),
    conditionList(facts),
    heading('Welche Daten dabei entstehen'),
    dataTable(facts),
    paragraph(`Fragen beantwortet: ${gap('Name')}, ${contact(facts)}.`),
    paragraph(`${schoolName(facts)}, ${gap('Datum, Unterschrift')}`),
  ],
  rules: (facts) => [
    paragraph(`So nutzen wir die App ${facts.product} an der Schule ${schoolName(facts)}.`),
    list([
      `Wir nutzen sie so: ${deviceNames[facts.use.device]}.`,
      `Konten: ${accountNames[facts.use.account]}.`,
      ...(facts.use.minAge === null ? [] : [`Mindestalter: ${facts.use.minAge} Jahre.`]),
    ]),
    heading('Das halten wir ein'),
    conditionList(facts),
    paragraph(`Bei Fragen: ${gap('Ansprechperson')}.`),
  ],
}

const germanDay = (day: string) => day.split('-').reverse().join('.')

/** Which written text of the directory stands for a part; the note on the contract is always our own. */
const KINDS: Partial<Record<Part, string>> = {
  vvt: 'vvt_block',
  art13: 'art13_text',
  parents: 'parents_letter',
  rules: 'usage_rules',
}

export const writtenText = (part: Part, { use }: Facts): string | undefined =>
  use.bodies[KINDS[part] ?? '']

/** One part: as somebody wrote it for this app, or made of the records, with marked gaps. */
export function partText(part: Part, facts: Facts): Content {
  const written = writtenText(part, facts)
  if (written === undefined) return { type: 'doc', content: TEMPLATES[part](facts) }
  const blocks = written
    .split(/\n\s*\n/)
    .map((block) => paragraph(block.replaceAll('\n', ' ').trim()))
  return {
    type: 'doc',
    content: [paragraph(`${schoolName(facts)}, ${address(facts)}`), ...blocks],
  }
}
