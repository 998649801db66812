import { type DemoProduct, CONTRACT, NOTHING, PSEUDONYM, SHARED } from './software-kinds.ts'

/** The second half of the invented directory. */
export const MORE_PRODUCTS: DemoProduct[] = [
  {
    name: 'Fragezeit',
    vendor: 'Quizmacherei',
    tags: ['quiz', 'survey'],
    about: 'Fragen stellen, alle antworten gleichzeitig.',
    cost: 'freemium',
    uses: [
      {
        label: SHARED,
        decision: 'conditions',
        why: 'Spitznamen werden nach der Stunde gelöscht.',
        conditions: [PSEUDONYM],
        schools: ['gesamtschule-rheinblick', 'hauptschule-kohlenweg', 'gymnasium-hafenkante'],
      },
    ],
  },
  {
    name: 'Textfreund',
    vendor: 'Schreibstube KI',
    tags: ['ai_chat', 'text'],
    about: 'Macht Vorschläge zu eigenen Texten.',
    subjects: ['german', 'english'],
    grades: ['9-10', '11-13'],
    uses: [
      {
        label: 'Nur das Dienstgerät der Lehrkraft',
        ...{ device: 'teacher_device_only', account: 'none', decision: 'conditions' },
        why: 'Solange keine Texte von Lernenden mit Namen eingegeben werden.',
        conditions: [['no_free_text_personal', 'Keine Namen und keine Noten eingeben.']],
      },
      {
        label: 'Schul-iPads in der Schule, Anmeldung über die Schule',
        account: 'sso_pseudonym',
        decision: 'review',
      },
    ],
  },
  {
    name: 'Messlabor',
    vendor: 'Sensorik Nord',
    tags: ['simulation'],
    about: 'Misst mit den Sensoren des iPads und zeichnet Kurven.',
    subjects: ['physics', 'natural_sciences'],
    kind: 'ios',
    offline: 'full',
    delivery: ['jamf'],
    uses: [
      {
        label: NOTHING,
        account: 'none',
        decision: 'no_data',
        why: 'Die Messwerte verlassen das Gerät nicht.',
        schools: ['gymnasium-hafenkante'],
      },
    ],
  },
  {
    name: 'Lesespur',
    vendor: 'Silbenspiel',
    tags: ['reading', 'diagnosis'],
    about: 'Leseübungen mit Rückmeldung.',
    subjects: ['german'],
    grades: ['1-2', '3-4'],
    cost: 'subscription',
    uses: [
      {
        label: SHARED,
        decision: 'conditions',
        forms: ['primary', 'special_needs'],
        why: 'Für Grundschulen und Förderschulen, ohne Angaben zum Förderbedarf.',
        conditions: [CONTRACT, ['no_grades_or_special_needs', 'Keine Angaben zum Förderbedarf.']],
        schools: ['ggs-deichwiese'],
      },
    ],
  },
  {
    name: 'Tafelzwilling',
    vendor: 'Zirkel & Lineal GmbH',
    tags: ['presentation', 'drawing'],
    about: 'Das Tafelbild auf jedem Gerät.',
    uses: [
      {
        label: NOTHING,
        account: 'none',
        decision: 'approved',
        why: 'Ohne Konto und ohne Speicherung.',
      },
    ],
  },
  {
    name: 'Filmwerkstatt',
    vendor: 'Lichtbild Studio',
    tags: ['video'],
    about: 'Filme schneiden und vertonen.',
    subjects: ['art', 'german'],
    kind: 'ios',
    offline: 'full',
    uses: [
      {
        label: NOTHING,
        account: 'none',
        decision: 'conditions',
        why: 'Die Filme bleiben auf dem Gerät; was zu sehen ist, entscheidet die Klasse mit den Eltern.',
        conditions: [
          ['parental_consent', 'Die Eltern haben eingewilligt, wenn Lernende zu erkennen sind.'],
        ],
      },
    ],
  },
  {
    name: 'Programmierwiese',
    vendor: 'Blockbau',
    tags: ['programming'],
    about: 'Programmieren mit Bausteinen.',
    subjects: ['computer_science'],
    cost: 'free',
    uses: [
      {
        label: 'Im Browser der Schulgeräte, ohne Konto',
        account: 'none',
        decision: 'no_data',
        why: 'Ohne Konto bleibt alles im Browser.',
      },
    ],
  },
  {
    name: 'Notenleser',
    vendor: 'Hörwerkstatt',
    tags: ['music'],
    about: 'Noten schreiben und anhören.',
    subjects: ['music'],
    uses: [{ label: SHARED, decision: 'none' }],
  },
  {
    name: 'Umfragekorb',
    vendor: 'Quizmacherei',
    tags: ['survey'],
    about: 'Kurze Umfragen ohne Anmeldung.',
    cost: 'free',
    uses: [],
  },
  {
    name: 'Klassenfaden',
    vendor: 'Fadenlauf',
    tags: ['classroom_management', 'communication'],
    about: 'Aufgaben verteilen und einsammeln.',
    uses: [
      {
        label: 'Zugeteilte Schul-iPads, mit Namen',
        device: 'school_personal_at_home',
        account: 'real_name',
        decision: 'review',
      },
    ],
  },
  {
    name: 'Sternenkuppel',
    vendor: 'Fernsicht Kartografie',
    tags: ['simulation', 'augmented_reality'],
    about: 'Der Himmel über Duisburg, zu jeder Zeit.',
    subjects: ['physics', 'general_studies'],
    kind: 'ios',
    uses: [],
  },
  {
    name: 'Rechtschreibrad',
    vendor: 'Silbenspiel',
    tags: ['practice'],
    about: 'Rechtschreibung üben.',
    subjects: ['german'],
    uses: [{ label: SHARED, decision: 'none' }],
  },
  {
    name: 'Mappe',
    vendor: 'Fadenlauf',
    tags: ['portfolio'],
    about: 'Arbeiten sammeln und zeigen.',
    uses: [
      {
        label: 'Schul-iPads in der Schule, Anmeldung über die Schule',
        account: 'sso_pseudonym',
        decision: 'approved',
        why: 'Anmeldung mit Pseudonym, Speicherung in Deutschland.',
        conditions: [CONTRACT],
      },
    ],
  },
  {
    name: 'Nachschlag',
    vendor: 'Blattwerk Verlag',
    tags: ['reference', 'dictionary'],
    about: 'Lexikon für Lernende.',
    kind: 'content',
    cost: 'state_licence',
    uses: [
      {
        label: 'Im Browser der Schulgeräte, ohne Konto',
        account: 'none',
        decision: 'approved',
        why: 'Vom Land beschafft, ohne Konto.',
      },
    ],
  },
]
