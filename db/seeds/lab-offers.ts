import type { Insertable } from 'kysely'
import type { LabOffers, LabParts, LabResources } from '#db/types.ts'

/** Offers of the invented MediaLab. Names of makers and products are nobody's. */
export type SeedOffer = Partial<Insertable<LabOffers>> & {
  slug: string
  name: string
  kind: string
  room?: string
  resources?: (Partial<Insertable<LabResources>> & { parts?: SeedPart[] })[]
  staff?: true
  instruction?: 'laser' | 'printer'
  software?: string[]
}
export type SeedPart = Pick<Insertable<LabParts>, 'name'> & Partial<Insertable<LabParts>>

/** Numbers without the digits that look like letters: 22, 23, ... 29, 32, ... */
const stickers = (count: number) =>
  Array.from({ length: count }, (_, n) => `${2 + Math.floor(n / 8)}${2 + (n % 8)}`)

const units = (code: string, name: string, count: number): SeedPart[] =>
  stickers(count).map((number) => ({
    ...{ code: `${code}-${number}`, name: `${name} ${number}`, isUnit: true },
  }))
const cables = (count: number): SeedPart[] =>
  stickers(count).map((number) => ({ name: `Ladekabel ${number}` }))

const LENT = { isLent: true, maxOpenPerSchool: 2, maxOpenPerPerson: 2 }
const MEASURED = { isCounted: true }

export const ROOMS: SeedOffer[] = [
  {
    ...{ slug: 'medialab-1-greenscreen', name: 'MediaLab 1 – Greenscreen', kind: 'room' },
    ...{ field: 'visual', places: 30, minutesAfter: 0 },
    summary: 'Filmen vor grüner Wand, mit Licht, Kameras und Schnittplätzen für eine Klasse.',
    accessibility: 'Stufenlos, Aufzug, höhenverstellbare Tische.',
    resources: [{ code: 'LAB-A' }],
  },
  {
    ...{ slug: 'medialab-2-maker', name: 'MediaLab 2 – Maker', kind: 'room' },
    ...{ field: 'haptic_tinker', places: 24 },
    summary: 'Werkbänke, Lötplätze, Sticken, Drucken, Schneiden.',
    accessibility: 'Stufenlos, zwei unterfahrbare Werkbänke.',
    resources: [{ code: 'LAB-B' }],
  },
]

export const IN_ROOMS: SeedOffer[] = [
  {
    ...{ slug: 'podcast-ecke', name: 'Podcast-Ecke', kind: 'zone', field: 'audio', places: 6 },
    room: 'medialab-1-greenscreen',
    summary: 'Vier Mikrofone, ein Mischpult, wenig Hall.',
    resources: [{ code: 'ECKE-A' }],
  },
  {
    ...{ slug: 'werkbank', name: 'Werkbank', kind: 'zone', field: 'haptic_tinker', places: 8 },
    room: 'medialab-2-maker',
    summary: 'Sägen, leimen, löten: ein Platz für eine Gruppe.',
    resources: [{ code: 'WERK-A' }],
  },
  {
    ...{ slug: '3d-drucker', name: '3D-Drucker', kind: 'station', field: 'haptic_tinker' },
    ...{ needsStaff: true, minAge: 8, room: 'medialab-2-maker', instruction: 'printer' },
    summary: 'Zwei Drucker, eine Rolle Material je Stunde ist dabei.',
    resources: [{ code: 'DRUCK-A' }, { code: 'DRUCK-B' }],
  },
  {
    ...{ slug: 'lasercutter', name: 'Lasercutter', kind: 'station', field: 'haptic_tinker' },
    ...{ needsStaff: true, minAge: 14, room: 'medialab-2-maker', instruction: 'laser' },
    summary: 'Schneidet Holz und Pappe bis 4 mm. Nur mit gültiger Einweisung.',
    resources: [{ code: 'LASER-A' }],
  },
  {
    ...{ slug: 'paedagogischer-tag', name: 'Pädagogischer Tag im MediaLab', kind: 'event' },
    ...{ room: 'medialab-1-greenscreen', places: 40, approval: 'smz', slotMinutes: 240 },
    summary: 'Ihr Kollegium oder Ihre Fachgruppe arbeitet einen halben oder ganzen Tag bei uns.',
  },
]

export const SETS: SeedOffer[] = [
  {
    ...{ slug: 'ipad-koffer-3', name: 'iPad-Koffer 3 (30)', kind: 'set', ...LENT, class: 'base' },
    ...{ holdsData: true, isDelivered: false, replacementCents: 1_350_000 },
    summary: '30 iPads mit Ladekoffer. Vor jeder Ausgabe gelöscht.',
    software: ['geoskizze'],
    resources: [{ code: 'KFR-3', ...MEASURED, total: 30, parts: units('KFR-3', 'iPad', 30) }],
  },
  {
    ...{ slug: 'vr-set-a', name: 'VR-Set A (15 Brillen)', kind: 'set', ...LENT, minAge: 13 },
    ...{ field: 'visual', isFetchedInPerson: true, replacementCents: 700_000 },
    summary: '15 Brillen mit Ladekabeln, Router und Koffer. Läuft ohne Konten.',
    resources: [
      {
        ...{ code: 'VR-A', ...MEASURED, total: 15 },
        parts: [
          ...units('VR-A', 'Brille', 15),
          ...cables(15),
          { code: 'VR-A-RT', name: 'Router', isCritical: true },
          { code: 'VR-A-KF', name: 'Koffer' },
        ],
      },
    ],
  },
  {
    ...{ slug: 'podcast-koffer', name: 'Podcast-Koffer', kind: 'set', field: 'audio', ...LENT },
    ...{ isDelivered: true, replacementCents: 90_000 },
    summary: 'Vier Mikrofone, Aufnahmegerät, Kopfhörer. Kommt mit der Schulpost.',
    resources: ['A', 'B'].map((letter) => ({
      ...{ code: `PCAST-${letter}`, label: `Podcast-Koffer ${letter}` },
      parts: [
        { name: 'Aufnahmegerät', isCritical: true },
        { name: 'Mikrofone', quantity: 4 },
      ],
    })),
  },
  {
    ...{ slug: 'calliope-klassensatz', name: 'Calliope-Klassensatz', kind: 'set', ...LENT },
    ...{ field: 'coding_flex', isDelivered: true, gradeMin: 3, gradeMax: 8 },
    summary: 'Kleine Rechner zum Programmieren ab Klasse 3, mit Batterien und Karten.',
    resources: [{ code: 'CAL-A', ...MEASURED, total: 60, reserve: 4 }],
  },
  {
    ...{ slug: '360-grad-kamera', name: '360-Grad-Kamera', kind: 'set', field: 'visual', ...LENT },
    ...{ holdsData: true, isFetchedInPerson: true },
    summary: 'Rundumbilder für Rundgänge. Bilder werden nach der Rückgabe gelöscht.',
    resources: ['A', 'B', 'C'].map((letter) => ({
      ...{ code: `CAM-${letter}`, label: `Kamera ${letter}` },
      parts: [{ name: 'Stativ' }, { name: 'Speicherkarte', isCritical: true }],
    })),
  },
  {
    ...{ slug: 'medienbox-haptik', name: 'Medienbox Haptik und Tinkern', kind: 'set', ...LENT },
    ...{ field: 'haptic_tinker', isDelivered: true },
    summary: 'Werkzeug und Material für Stromkreise und leuchtende Karten.',
    resources: [{ code: 'BEX-H' }],
  },
  {
    ...{ slug: 'medienbox-foerderung', name: 'Medienbox Förderung', kind: 'set', ...LENT },
    ...{ field: 'special_needs', isDelivered: true },
    summary: 'Taster, Halterungen und sprechende Stifte für alle, die anders bedienen.',
    resources: [{ code: 'BEX-F' }],
  },
  {
    ...{ slug: 'lernroboter-krabbler', name: 'Lernroboter „Krabbler“', kind: 'set', ...LENT },
    ...{ class: 'innovation', field: 'coding_flex', approval: 'smz' },
    summary: 'Sechs neue Roboter, mit denen noch niemand unterrichtet hat.',
    resources: [{ code: 'KRAB-A', ...MEASURED, total: 6 }],
  },
  {
    ...{ slug: 'lehrkraefte-laptop', name: 'Laptop für Lehrkräfte', kind: 'set', ...LENT },
    ...{ class: 'base', maxSchoolDays: 5 },
    summary: 'Das Gerät der Basisausstattung zum Kennenlernen.',
    resources: [{ code: 'LAP-A' }, { code: 'LAP-B' }],
  },
]

export const ADVICE: SeedOffer[] = [
  {
    ...{ slug: 'beratung-medienkonzept', name: 'Beratung zum Medienkonzept', kind: 'advice' },
    ...{ slotMinutes: 45, staff: true },
    summary: '45 Minuten im SMZ, am Telefon oder per Video.',
  },
  {
    ...{ slug: 'beratung-vor-ort', name: 'Beratung vor Ort', kind: 'advice', staff: true },
    ...{ slotMinutes: 60, minutesBefore: 30, minutesAfter: 30, minLeadDays: 2 },
    summary: 'Wir kommen in Ihre Schule. Die Fahrzeit planen wir ein.',
  },
]
