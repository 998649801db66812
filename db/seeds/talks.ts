import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { EquipmentTalks } from '#db/types.ts'
import { STANDARD_AGENDA } from '#server/concepts/talks/words.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { isQuietDay, schoolYearOf, spanOf } from '#server/schools/calendar/contract.ts'
import { seedEquipment } from './equipment.ts'
import type { Moments } from './moments.ts'

type World = { places: Map<string, string>; people: Map<string, string>; moments: Moments }

/** A round of the Amt: one talk is prepared, one agreed, one planned, all others open. All of it is invented. */
export async function seedTalks(world: World): Promise<void> {
  const { places, people, moments } = world
  const schoolYear = schoolYearOf(localDayOf(moments.daysAgo(0)))
  const classes = await seedEquipment(world, schoolYear)
  const { from, to } = spanOf(schoolYear)
  const birgit = people.get('birgit.kaya') ?? ''
  const { id: cycleId } = await db()
    .insertInto('equipmentCycles')
    .values({
      ...{ schoolYear, startsOn: from, endsOn: `${to.slice(0, 4)}-08-01`, months: 12 },
      ...{ dueOn: `${to.slice(0, 4)}-06-30`, openedBy: birgit, openedAt: moments.daysAgo(60) },
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const insert = (slug: string, given: Partial<Insertable<EquipmentTalks>>) =>
    db()
      .insertInto('equipmentTalks')
      .values({
        ...{
          cycleId,
          schoolId: places.get(slug) ?? '',
          schoolYear,
          dueOn: `${to.slice(0, 4)}-06-30`,
        },
        ...{ agenda: STANDARD_AGENDA, createdBy: birgit, clientKey: randomUUID() },
        ...{ createdAt: moments.daysAgo(60), changedAt: moments.daysAgo(60), ...given },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  const at = (inDays: number, hour: string) => {
    let day = localDayOf(moments.daysAgo(-inDays))
    for (let more = 1; isQuietDay(day); more++)
      day = localDayOf(moments.daysAgo(-inDays - Math.sign(inDays) * more))
    return { startsAt: momentOf(day, `${hour}:00`), endsAt: momentOf(day, `${hour}:45`) }
  }
  const first = await insert('gesamtschule-rheinblick', {
    ...at(10, '14'),
    ...{ status: 'scheduled', place: 'Gesamtschule Rheinblick, Raum 104' },
    ...{ authorityNotes: 'Wir bringen die Zahlen der Leihgeräte mit.' },
    authorityPreparedAt: moments.daysAgo(2),
    schoolNotes: 'Die Koffer im Nebengebäude stehen oft leer. Woran liegt das?',
  })
  const second = await insert('ggs-am-hafen', {
    ...at(-20, '13'),
    status: 'held',
    heldAt: moments.daysAgo(20),
  })
  await insert('gymnasium-hafenkante', { ...at(24, '10'), status: 'scheduled', place: 'Amt' })
  await sql`insert into equipment_talks (cycle_id, school_id, school_year, due_on, agenda, created_by, created_at,
      changed_at, client_key)
    select c.id, s.id, c.school_year, c.due_on, ${STANDARD_AGENDA}, ${birgit}::uuid, c.opened_at, c.opened_at, c.client_key
    from equipment_cycles c, schools s
    where c.id = ${cycleId} and s.operation in ('open', 'closing') and s.ownership = 'public' order by s.name
    on conflict (cycle_id, school_id) where held_as = '' do nothing`.execute(db())
  await shareNewest(first.id, moments.daysAgo(5))
  await beforeTalk(first.id, classes, world)
  await afterTalk(second.id, classes, world)
}

/** What the school last froze or published of its concept. */
async function shareNewest(talkId: string, at: Date): Promise<void> {
  await sql`update equipment_talks t set shared_at = ${at}, version_id = v.id
    from concepts c join lateral (select id from concept_versions where concept_id = c.id
      and status in ('frozen', 'published') order by number desc limit 1) v on true
    where t.id = ${talkId} and c.school_id = t.school_id and c.state = 'active'`.execute(db())
}

async function beforeTalk(talkId: string, classes: Map<string, string>, { people }: World) {
  await db()
    .insertInto('talkPeople')
    .values([
      { talkId, personId: people.get('petra.wolff'), side: 'school' },
      { talkId, personId: people.get('meike.thomas'), side: 'school' },
      { talkId, personId: people.get('birgit.kaya'), side: 'authority' },
      { talkId, personId: people.get('sabine.krueger'), side: 'adviser' },
    ])
    .execute()
  await db()
    .insertInto('talkReflections')
    .values([
      {
        ...{ talkId, classId: classes.get('Tablets für Lernende') ?? '', frequency: 'daily' },
        usage: 'Rechercheaufträge, Messreihen in Physik, Vorlesegeschichten in Klasse 5.',
        benefit: 'Lernende zeigen ihre Zwischenstände von sich aus. Das war im Heft nie so.',
        hindrance: 'Im Nebengebäude reißt das WLAN ab.',
        facts: '140 Geräte, davon 12 zur Reparatur.',
        observation: 'Das Nebengebäude hängt an einer alten Leitung.',
      },
      {
        ...{ talkId, classId: classes.get('Displays in Unterrichtsräumen') ?? '' },
        ...{ frequency: 'weekly', facts: '24 Displays, das älteste ist sieben Jahre alt.' },
      },
    ])
    .execute()
}

async function afterTalk(talkId: string, classes: Map<string, string>, { people, moments }: World) {
  const [ruth, birgit] = [people.get('ruth.lang') ?? '', people.get('birgit.kaya') ?? '']
  await db()
    .insertInto('talkReflections')
    .values({
      ...{ talkId, classId: classes.get('Tablets für Lernende') ?? '', frequency: 'weekly' },
      usage: 'Lautgeschichten aufnehmen, Sachrechnen mit Fotos vom Markt.',
      benefit: 'Auch leise Kinder sprechen in die Aufnahme.',
      facts: '30 Geräte in zwei Koffern.',
      conclusion: 'Zwei Koffer reichen, wenn sie auf beiden Fluren stehen.',
      consequence: 'keep',
    })
    .execute()
  const agreed = { talkId, createdBy: birgit, createdAt: moments.daysAgo(20) }
  await db()
    .insertInto('talkAgreements')
    .values([
      {
        ...{
          ...agreed,
          text: 'Zweiten Ladeschrank im Obergeschoss aufstellen.',
          owner: 'authority',
        },
        ...{ due: localDayOf(moments.daysAgo(-40)), clientKey: randomUUID() },
      },
      {
        ...{ ...agreed, text: 'Im Kollegium zeigen, wie Aufnahmen gesichert werden.' },
        ...{ owner: 'school', doneAt: moments.daysAgo(4), doneBy: ruth, clientKey: randomUUID() },
      },
    ])
    .execute()
  await db()
    .updateTable('equipmentTalks')
    .set({ minutes: 'Rundgang durch beide Flure, danach Gespräch im Lehrerzimmer.' })
    .where('id', '=', talkId)
    .execute()
  const { content } = await db()
    .selectFrom('equipmentTalks')
    .where('id', '=', talkId)
    .select('content')
    .executeTakeFirstOrThrow()
  for (const [side, personId] of [
    ['school', ruth],
    ['authority', birgit],
  ] as const)
    await db()
      .insertInto('talkSignatures')
      .values({ talkId, side, personId, content, signedAt: moments.daysAgo(18) })
      .execute()
}
