import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { Moments } from './moments.ts'

type World = { places: Map<string, string>; people: Map<string, string>; moments: Moments }

const CLASSES = [
  ['Tablets für Lernende', 'device_pupil', 'base'],
  ['Laptops für Lernende', 'device_pupil', 'base'],
  ['Dienstgeräte für Lehrende', 'device_teacher', 'base'],
  ['Displays in Unterrichtsräumen', 'presentation', 'base'],
  ['Beamer mit Leinwand', 'presentation', 'fading'],
  ['Drucker im Flur', 'peripheral', 'base'],
  ['Dokumentenkameras', 'peripheral', 'trial'],
  ['Verwaltungsrechner', 'admin_pc', 'base'],
  ['Ladeschränke', 'infrastructure', 'base'],
  ['WLAN-Zugangspunkte', 'infrastructure', 'base'],
  ['Robotik-Sets', 'innovation', 'trial'],
  ['Audio-Koffer', 'innovation', 'proposed'],
] as const

type Rule = [name: (typeof CLASSES)[number][0], basis: string, amount: number, per: number]
/** Ratios are what the Amt decides; these are examples. */
const ratios = (perDevice: number): Rule[] => [
  ['Tablets für Lernende', 'pupils', 1, perDevice],
  ['Dienstgeräte für Lehrende', 'teachers', 1, 1],
  ['Displays in Unterrichtsräumen', 'rooms', 1, 1],
  ['Drucker im Flur', 'rooms', 1, 10],
  ['Verwaltungsrechner', 'teachers', 1, 20],
  ['Ladeschränke', 'pupils', 1, 150],
  ['WLAN-Zugangspunkte', 'rooms', 1, 1],
]
const STANDARDS: [form: string, perDevice: number[]][] = [
  ['primary', [8]],
  ['comprehensive', [7, 5]],
  ['grammar', [5]],
  ['intermediate_secondary', [5]],
  ['combined_secondary', [5]],
  ['special_needs', [4]],
]

/** Pupils, teachers, rooms, tablets, displays. */
const SCHOOLS: [slug: string, ...numbers: number[]][] = [
  ['gesamtschule-rheinblick', 912, 84, 46, 140, 24],
  ['ggs-am-hafen', 214, 17, 12, 30, 8],
  ['ggs-kranweg', 187, 15, 10, 16, 6],
  ['gymnasium-hafenkante', 804, 66, 40, 120, 31],
  ['realschule-brueckenkopf', 540, 40, 28, 60, 20],
  ['kgs-lindenkranz', 231, 18, 12, 32, 9],
]

const NEEDS: [slug: string, name: string, quantity: number, purpose?: string][] = [
  ['gesamtschule-rheinblick', 'Tablets für Lernende', 43],
  [
    'gesamtschule-rheinblick',
    'Robotik-Sets',
    6,
    'Wahlpflichtkurs in Klasse 8, nach der Erprobung im MediaLab.',
  ],
  ['ggs-am-hafen', 'Displays in Unterrichtsräumen', 4],
  ['ggs-kranweg', 'Tablets für Lernende', 8],
  ['ggs-kranweg', 'Displays in Unterrichtsräumen', 4],
  ['gymnasium-hafenkante', 'Tablets für Lernende', 41],
  ['gymnasium-hafenkante', 'Displays in Unterrichtsräumen', 9],
  ['realschule-brueckenkopf', 'Tablets für Lernende', 48],
  ['kgs-lindenkranz', 'Tablets für Lernende', 5],
]

/** Classes, published standards, and what a few schools have and need. @returns ids of the classes by name */
export async function seedEquipment(
  { places, people, moments }: World,
  schoolYear: string,
): Promise<Map<string, string>> {
  const birgit = people.get('birgit.kaya') ?? ''
  const rows = await db()
    .insertInto('equipmentClasses')
    .values(
      CLASSES.map(([name, kind, lifecycle], at) => ({
        ...{ name, kind, lifecycle, number: at + 1, createdBy: birgit },
        ...{ changedAt: moments.daysAgo(90), clientKey: randomUUID() },
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const classes = new Map(rows.map(({ id, name }) => [name, id]))
  for (const [schoolForm, versions] of STANDARDS)
    for (const [at, perDevice] of versions.entries())
      await publish(schoolForm, at + 1, { rules: ratios(perDevice), classes, birgit, moments })
  for (const [slug, ...numbers] of SCHOOLS)
    await count(places.get(slug) ?? '', numbers, { classes, schoolYear, moments })
  await db()
    .insertInto('equipmentNeeds')
    .values(
      NEEDS.map(([slug, name, quantity, purpose = '']) => ({
        ...{
          schoolId: places.get(slug) ?? '',
          classId: classes.get(name) ?? '',
          quantity,
          purpose,
        },
        ...{ tier: purpose ? 'beyond_base' : 'base', createdAt: moments.daysAgo(12) },
        ...{ changedAt: moments.daysAgo(12), clientKey: randomUUID() },
      })),
    )
    .execute()
  return classes
}

type Published = { rules: Rule[]; classes: Map<string, string>; birgit: string; moments: Moments }

async function publish(
  schoolForm: string,
  number: number,
  { rules, classes, birgit, moments }: Published,
): Promise<void> {
  const at = moments.daysAgo(number === 1 ? 400 : 80)
  const { id: standardId } = await db()
    .insertInto('equipmentStandards')
    .values({ schoolForm, number, createdBy: birgit, createdAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('equipmentRules')
    .values(
      rules.map(([name, basis, amount, per]) => ({
        ...{ standardId, classId: classes.get(name) ?? '', basis, amount, per },
      })),
    )
    .execute()
  await db()
    .updateTable('equipmentStandards')
    .set({
      ...{ status: 'published', publishedAt: at, publishedBy: birgit, validFrom: localDayOf(at) },
      note: number === 1 ? 'Erste Fassung.' : 'Mehr Tablets je Lerngruppe.',
    })
    .where('id', '=', standardId)
    .execute()
}

type Around = { classes: Map<string, string>; schoolYear: string; moments: Moments }

async function count(
  schoolId: string,
  [pupils = 0, teachers = 0, rooms = 0, tablets = 0, displays = 0]: number[],
  { classes, schoolYear, moments }: Around,
): Promise<void> {
  const at = moments.daysAgo(45)
  await db()
    .insertInto('schoolFigures')
    .values({
      ...{ schoolId, schoolYear, pupils, teachers, rooms, source: 'authority', enteredAt: at },
      clientKey: randomUUID(),
    })
    .execute()
  const { id: snapshotId } = await db()
    .insertInto('inventorySnapshots')
    .values({
      ...{ schoolId, takenOn: localDayOf(at), source: 'school', enteredAt: at, acceptedAt: at },
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const counted: [string, number, number?][] = [
    ['Tablets für Lernende', tablets, Math.floor(tablets * 0.92)],
    ['Dienstgeräte für Lehrende', teachers],
    ['Displays in Unterrichtsräumen', displays],
    ['Verwaltungsrechner', Math.ceil(teachers / 20)],
  ]
  await db()
    .insertInto('inventoryRows')
    .values(
      counted.map(([name, pieces, usable]) => ({
        ...{ snapshotId, classId: classes.get(name) ?? '', count: pieces, usable },
      })),
    )
    .execute()
}
