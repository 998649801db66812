import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { UnmetReason } from '#server/medialab/demand/contract.ts'
import type { Recommendation } from '#server/medialab/reports/contract.ts'
import type { Frequency, WishOutcome } from '#server/medialab/wishes/contract.ts'
import type { Moments } from './moments.ts'

type World = { places: Map<string, string>; people: Map<string, string>; moments: Moments }

type Told = {
  offer: string
  usedFor: string
  scores: [number, number, number, number, number]
  recommendation: Recommendation
  conditions?: string
  isContact?: true
  isForCity?: true
}

const TOLD: Told[] = [
  {
    ...{ offer: 'podcast-koffer', scores: [5, 4, 4, 3, 5], recommendation: 'pool_only' },
    usedFor: 'Hörstücke in Gruppen zu viert, drei Doppelstunden. Alle kamen zu Wort.',
    isContact: true,
  },
  {
    ...{ offer: 'podcast-koffer', scores: [4, 5, 5, 4, 4], recommendation: 'base_equipment' },
    ...{ usedFor: 'Vorlesen üben mit eigenen Aufnahmen.', conditions: 'Ein Koffer je Schule.' },
  },
  {
    ...{ offer: 'podcast-koffer', scores: [4, 4, 4, 4, 5], recommendation: 'base_equipment' },
    usedFor: 'Interviews auf dem Pausenhof, der Wind stört weniger als gedacht.',
  },
  {
    ...{ offer: 'calliope-klassensatz', scores: [5, 3, 3, 2, 4], recommendation: 'pool_only' },
    ...{ usedFor: 'Temperatur und Licht messen an acht Stationen.', isContact: true },
    conditions: 'Batterien vorher prüfen, für die ersten Stunden zu zweit unterrichten.',
  },
  {
    ...{ offer: 'vr-set-a', scores: [3, 2, 2, 1, 4], recommendation: 'pool_only' },
    usedFor: 'Ein Rundgang zur Einführung, danach Arbeit am Modell. 28 Lernende, 15 Brillen.',
    conditions: 'Nur in Halbgruppen.',
  },
  {
    ...{ offer: 'medialab-2-maker', scores: [4, 4, 3, 4, 5], recommendation: 'pool_only' },
    ...{ usedFor: 'Brücken bauen und belasten.', isForCity: true },
    conditions: 'Für unseren Bus waren zwei Stunden zu kurz.',
  },
]

const UNMET: [school: string, offer: string | null, reason: UnmetReason, daysAgo: number][] = [
  ['ggs-kranweg', 'ipad-koffer-3', 'occupied', 3],
  ['gymnasium-nordhorst', 'ipad-koffer-3', 'occupied', 12],
  ['hauptschule-kohlenweg', 'ipad-koffer-3', 'limit', 20],
  ['realschule-brueckenkopf', 'lasercutter', 'rule', 25],
  ['ggs-deichwiese', 'vr-set-a', 'occupied', 31],
  ['gesamtschule-suedhang', 'medialab-1-greenscreen', 'closed', 44],
  ['kgs-lindenkranz', 'ipad-koffer-3', 'occupied', 70],
  ['foerderschule-windmuehle', null, 'not_found', 8],
  ['berufskolleg-lotsenturm', null, 'not_found', 52],
]

const WISHES: [who: string, title: string, purpose: string, often: Frequency, WishOutcome][] = [
  [
    'miriam.adler',
    'Drohne mit Kamera',
    'Luftbilder für Erdkunde, einmal je Halbjahr.',
    'yearly',
    'open',
  ],
  [
    'claudia.neumann',
    'Dokumentenkameras',
    'Versuche und Hefte für alle zeigen.',
    'weekly',
    'planned',
  ],
  [
    'sven.richter',
    'Zweite Medienbox Förderung',
    'Die eine ist meist verliehen.',
    'monthly',
    'open',
  ],
]

/** What schools of the demonstration told, were asked, wanted in vain and wish for. */
export async function seedLabLearning(world: World): Promise<void> {
  await sql`insert into lab_report_asks (booking_id, person_id, asked_at, settled_at)
    select distinct b.id, b.person_id, ${world.moments.daysAgo(2)}::timestamptz,
      case when p.email like 'lukas.%' then null else ${world.moments.daysAgo(1)}::timestamptz end
    from lab_bookings b join lab_dates d on d.booking_id = b.id and d.state = 'closed'
    join persons p on p.id = b.person_id`.execute(db())
  await seedReports(world)
  await seedUnmet(world)
  await seedWishes(world)
}

async function seedReports({ moments }: World): Promise<void> {
  const used = await db()
    .selectFrom('labBookings as b')
    .innerJoin('labDates as d', 'd.bookingId', 'b.id')
    .innerJoin('labDateOffers as x', 'x.dateId', 'd.id')
    .innerJoin('labOffers as o', 'o.id', 'x.offerId')
    .innerJoin('schools as s', 's.id', 'b.schoolId')
    .where('d.state', '=', 'closed')
    .select(['b.id as bookingId', 'b.personId', 'b.schoolId', 'b.subject', 'o.id as offerId'])
    .select(['o.slug', 's.schoolForm'])
    .orderBy('d.startsAt', 'desc')
    .orderBy('b.number')
    .execute()
  const taken = new Set<string>()
  const rows = TOLD.flatMap(({ offer, scores, isContact, isForCity, ...told }, index) => {
    const use = used.find(({ slug, bookingId }) => slug === offer && !taken.has(bookingId))
    if (!use) return []
    taken.add(use.bookingId)
    const { slug: _, personId, ...of } = use
    const [learning, handling, robustness, prepEffort, support] = scores
    const at = moments.daysAgo(9 + 8 * index)
    return [
      {
        ...{ ...of, ...told, learning, handling, robustness, prepEffort, support },
        ...{ authorId: personId, isContact: isContact ?? false, createdAt: at, changedAt: at },
        ...{ visibility: isForCity ? 'city' : 'network', clientKey: randomUUID() },
      },
    ]
  })
  if (rows.length > 0) await db().insertInto('labReports').values(rows).execute()
}

async function seedUnmet({ places, moments }: World): Promise<void> {
  const offers = await db().selectFrom('labOffers').select(['id', 'slug', 'kind']).execute()
  await db()
    .insertInto('labUnmet')
    .values(
      UNMET.map(([school, slug, reason, daysAgo]) => {
        const offer = offers.find((one) => one.slug === slug)
        return {
          ...{ at: moments.daysAgo(daysAgo), schoolId: places.get(school), reason },
          ...{ offerId: offer?.id ?? null, kind: offer?.kind ?? null },
          ...{ quantity: slug?.startsWith('ipad') ? 15 : 1, wanted: offer ? '' : 'Drohne' },
        }
      }),
    )
    .execute()
}

async function seedWishes({ people, moments }: World): Promise<void> {
  for (const [index, [who, title, purpose, frequency, outcome]] of WISHES.entries()) {
    const at = moments.daysAgo(30 - 6 * index)
    const isAnswered = outcome !== 'open'
    const { id } = await db()
      .insertInto('labWishes')
      .values({
        ...{ authorId: people.get(who), title, purpose, frequency, outcome },
        answer: isAnswered ? 'Drei Stück stehen im Haushalt des nächsten Jahres.' : '',
        answeredBy: isAnswered ? people.get('sabine.krueger') : null,
        answeredAt: isAnswered ? moments.daysAgo(5) : null,
        ...{ createdAt: at, changedAt: at, clientKey: randomUUID() },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const voices = [who, 'tobias.hansen', 'nadja.petrovic', 'pawel.nowak'].slice(0, 2 + index)
    await sql`insert into lab_wish_voices (wish_id, person_id, school_id, at)
      select ${id}::uuid, m.person_id, m.school_id, ${at}::timestamptz from memberships m
      where m.person_id = any(${voices.map((one) => people.get(one) ?? '')}::uuid[]) and m.school_id is not null
      on conflict do nothing`.execute(db())
  }
}
