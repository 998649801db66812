import type { Content } from '#server/rich-text/contract.ts'
import type { ChapterKind } from '../../contract.ts'

const paragraph = (text = ''): Content =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }
const heading = (text: string): Content => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})
const list = (...items: string[]): Content => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
const table = (heads: string[], rows: number): Content => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: heads.map((head) => ({ type: 'tableHeader', content: [paragraph(head)] })),
    },
    ...Array.from({ length: rows }, () => ({
      type: 'tableRow',
      content: heads.map(() => ({ type: 'tableCell', content: [paragraph()] })),
    })),
  ],
})
const text = (...blocks: Content[]): Content => ({ type: 'doc', content: blocks })

export type ChapterTemplate = {
  key: string
  kinds: readonly ChapterKind[]
  title: string
  content: Content
}

const questions = (key: string, kind: ChapterKind, title: string, ...asked: string[]) => ({
  key,
  kinds: [kind],
  title: `Leitfragen: ${title}`,
  content: text(...asked.flatMap((question) => [heading(question), paragraph()])),
})

/** To begin a chapter with: guiding questions, and outlines of what schools ask for most. No outline says what the law is. */
export const CHAPTER_TEMPLATES: readonly ChapterTemplate[] = [
  questions(
    'ziele',
    'vision',
    'Pädagogische Ziele',
    'Was sollen unsere Schülerinnen und Schüler mit Medien können, wenn sie die Schule verlassen?',
    'Was heißt gutes Lernen bei uns, und wozu brauchen wir dafür Medien?',
    'Wann lassen wir sie bewusst weg?',
  ),
  questions(
    'ausgangslage',
    'school_programme_link',
    'Ausgangslage',
    'Wer lernt und arbeitet bei uns?',
    'Was steht im Schulprogramm, das für Medien wichtig ist?',
    'Was gelingt schon, was noch nicht?',
  ),
  questions(
    'unterricht',
    'teaching_development',
    'Unterrichtsentwicklung',
    'Welche Vorhaben haben wir erprobt, und was kam dabei heraus?',
    'Welche Fächer übernehmen welche Kompetenzen?',
    'Woran arbeiten wir in diesem Halbjahr?',
  ),
  questions(
    'mkr',
    'mkr_coverage',
    'Medienkompetenzrahmen',
    'Welche Kompetenzen sind in welchem Jahrgang verbindlich?',
    'Wo sind Lücken, und wer schließt sie?',
  ),
  questions(
    'fortbildung',
    'training',
    'Personal und Fortbildung',
    'Was können wir im Kollegium gut, und wer zeigt es anderen?',
    'Was brauchen wir als Nächstes, für wen und bis wann?',
    'Wie kommt an, was jemand gelernt hat?',
  ),
  questions(
    'organisation',
    'support_and_roles',
    'Organisation',
    'Wer kümmert sich worum, mit wie viel Zeit?',
    'Was tun wir, wenn etwas nicht geht?',
    'Wie buchen und verwahren wir Geräte?',
  ),
  questions(
    'kooperation',
    'cooperation',
    'Kooperation',
    'Mit welchen Schulen arbeiten wir, in welchen PLGs?',
    'Welche Partner in der Stadt sind dabei?',
  ),
  questions(
    'eltern',
    'parents_and_pupils',
    'Eltern, Schülerinnen und Schüler',
    'Wie erfahren Eltern, was wir mit Medien tun?',
    'Was entscheiden Schülerinnen und Schüler mit?',
  ),
  questions(
    'ausstattung',
    'equipment_and_use',
    'Ausstattung und Nutzung',
    'Was ist da, und wie oft wird es im Unterricht genutzt?',
    'Was hat geholfen, was blieb im Schrank?',
    'Was fehlt für unsere Ziele?',
  ),
  questions(
    'evaluation',
    'evaluation',
    'Evaluation',
    'Woran merken wir, dass es besser geworden ist?',
    'Wen fragen wir, wann und wie?',
    'Was ändern wir danach?',
  ),
  {
    key: 'nutzungsordnung',
    kinds: ['data_protection_and_rules'],
    title: 'Gliederung: Nutzungsordnung',
    content: text(
      paragraph(
        'Gliederung zum Ausfüllen. Was rechtlich gilt, klären Sie bitte mit der zuständigen Stelle.',
      ),
      heading('Wofür diese Ordnung gilt'),
      paragraph('Räume, Geräte, Netz, Konten: …'),
      heading('Wer was nutzt'),
      table(['Wer', 'Was', 'Wann', 'Mit wem abgesprochen'], 3),
      heading('So gehen wir miteinander um'),
      list(
        'Bilder und Töne anderer: …',
        'Was wir im Netz schreiben: …',
        'Pausen vom Bildschirm: …',
      ),
      heading('Wenn etwas kaputt ist oder verloren geht'),
      paragraph(),
      heading('Was geschieht, wenn jemand sich nicht daran hält'),
      paragraph(),
      heading('Beschlossen von, am'),
      paragraph(),
    ),
  },
  {
    key: 'ogs',
    kinds: ['data_protection_and_rules', 'support_and_roles', 'cooperation'],
    title: 'Gliederung: Absprachen mit dem offenen Ganztag',
    content: text(
      heading('Welche Geräte und Räume nutzt der Ganztag mit?'),
      table(['Was', 'Wann', 'Wer schließt auf und zu'], 3),
      heading('Welche Regeln gelten vormittags und nachmittags gleich?'),
      list('Regel'),
      heading('Wer hilft, wenn nachmittags etwas nicht geht?'),
      paragraph(),
      heading('Wann sprechen wir das nächste Mal darüber?'),
      paragraph(),
    ),
  },
  {
    key: 'leihvertrag',
    kinds: ['data_protection_and_rules', 'equipment_and_use'],
    title: 'Gliederung: Leihvertrag für Geräte',
    content: text(
      paragraph(
        'Gliederung zum Ausfüllen. Den Vertrag prüft vor dem Gebrauch die zuständige Stelle.',
      ),
      heading('Wer verleiht, wer leiht'),
      paragraph(),
      heading('Was verliehen wird'),
      table(['Gerät', 'Nummer', 'Zubehör', 'Zustand'], 2),
      heading('Wie lange'),
      paragraph(),
      heading('Wofür es genutzt wird und wofür nicht'),
      list('…'),
      heading('Schaden, Verlust, Rückgabe'),
      paragraph(),
      heading('Unterschriften'),
      paragraph(),
    ),
  },
]

/** Those made for this kind first; a free chapter may begin with any. */
export function templatesFor(kind: ChapterKind): readonly ChapterTemplate[] {
  if (kind === 'free') return CHAPTER_TEMPLATES
  return CHAPTER_TEMPLATES.filter(({ kinds }) => kinds.includes(kind))
}
