import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { isQuietDay } from '#server/schools/calendar/contract.ts'
import type { Moments } from './moments.ts'

type Offer = {
  topic: string
  note: string
  host: string
  school: string
  subject: string
  grades: string[]
  plg?: string
  /** Days from now, and seats. */
  slots: [inDays: number, seats: number][]
}

const OFFERS: Offer[] = [
  {
    topic: 'Brüche legen, verschieben, besprechen',
    note: 'Eine sechste Klasse, iPads im Koffer. Treffpunkt im Sekretariat, Parkplätze gibt es am Hafenbecken.',
    host: 'tobias.hansen',
    school: 'gymnasium-hafenkante',
    subject: 'mathematics',
    grades: ['5-6'],
    slots: [
      [12, 2],
      [19, 2],
    ],
  },
  {
    topic: 'Lesen üben mit eigenen Aufnahmen',
    note: 'Zweite Klasse in drei Stationen. Bitte leise dazukommen.',
    host: 'claudia.neumann',
    school: 'kgs-lindenkranz',
    subject: 'german',
    grades: ['1-2'],
    slots: [[14, 1]],
  },
  {
    topic: 'Anteile vergleichen mit dem geteilten Bildschirm',
    note: 'Zweiter Durchgang unseres Vorhabens. Ich hätte gern jemanden, der auf die stillen Lernenden achtet.',
    host: 'nadja.petrovic',
    school: 'realschule-brueckenkopf',
    subject: 'mathematics',
    grades: ['5-6'],
    plg: 'ipads-mathematik-5-6',
    slots: [[13, 3]],
  },
]

const DAY_IN_MS = 86_400_000

/** The third lesson of a school day around then; one that is free moves on, away from today. */
function lessonAt(moments: Moments, inDays: number): { startsAt: Date; endsAt: Date } {
  let at = moments.daysAgo(-inDays)
  while (isQuietDay(localDayOf(at))) at = new Date(at.getTime() + Math.sign(inDays) * DAY_IN_MS)
  const day = localDayOf(at)
  return { startsAt: momentOf(day, '10:00'), endsAt: momentOf(day, '10:45') }
}

type World = {
  plgs: Map<string, string>
  places: Map<string, string>
  people: Map<string, string>
  moments: Moments
}

/** Three open classrooms, one visit that is over and talked through, and one whose release is open. */
export async function seedVisits(world: World): Promise<void> {
  const slots = await seedOffers(world)
  await seedHeld(world)
  await seedWaiting(world, slots)
}

/** @returns the first slot of each offer, by its topic */
async function seedOffers({ plgs, places, people, moments }: World) {
  const offers = await db()
    .insertInto('classroomOffers')
    .values(
      OFFERS.map(({ topic, note, host, school, subject, grades, plg }, at) => ({
        ...{ topic, note, subject, gradeBands: grades },
        hostId: people.get(host) ?? '',
        schoolId: places.get(school) ?? '',
        visibility: plg ? 'plg' : 'network',
        plgId: plg ? plgs.get(plg) : null,
        createdAt: moments.daysAgo(5 - at),
        changedAt: moments.daysAgo(5 - at),
        clientKey: randomUUID(),
      })),
    )
    .returning(['id', 'topic'])
    .execute()
  const ids = new Map(offers.map(({ id, topic }) => [topic, id]))
  const slots = await db()
    .insertInto('classroomSlots')
    .values(
      OFFERS.flatMap(({ topic, slots: given }) =>
        given.map(([inDays, seats]) => ({
          ...{ offerId: ids.get(topic) ?? '', seats },
          ...lessonAt(moments, inDays),
        })),
      ),
    )
    .returning(['id', 'offerId', 'startsAt', 'endsAt'])
    .execute()
  return new Map(
    OFFERS.map(({ topic }) => [topic, slots.find(({ offerId }) => offerId === ids.get(topic))]),
  )
}

async function seedHeld({ plgs, places, people, moments }: World): Promise<void> {
  const { id: visitId } = await db()
    .insertInto('classroomVisits')
    .values({
      plgId: plgs.get('ipads-mathematik-5-6'),
      hostId: people.get('meike.thomas'),
      hostSchoolId: places.get('gesamtschule-rheinblick') ?? '',
      lesson: 'Anteile am Streifen: erste Stunde mit der 6b',
      subject: 'mathematics',
      gradeBand: '5-6',
      focus:
        'Bitte achten Sie auf zwei Tische: Wer verschiebt, wer erklärt? Und: Wann legen Lernende das iPad von sich aus weg?',
      debrief:
        'Am hinteren Tisch hat lange nur einer geschoben. Nächstes Mal wechselt das Gerät nach jeder Aufgabe. Die Skizze im Heft vor dem Bildschirm hat geholfen, das behalten wir.',
      preTalkAt: lessonAt(moments, -14).endsAt,
      ...lessonAt(moments, -9),
      state: 'debriefed',
      shareWith: 'plg',
      createdBy: people.get('meike.thomas'),
      createdAt: moments.daysAgo(20),
      changedAt: moments.daysAgo(8),
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('classroomVisitors')
    .values({
      visitId,
      personId: people.get('tobias.hansen') ?? '',
      schoolId: places.get('gymnasium-hafenkante') ?? '',
      release: 'granted',
      releasedBy: people.get('gabriele.stein'),
      releasedAt: moments.daysAgo(15),
      observation:
        'Tisch 2: drei von vier haben verschoben und dabei gesprochen. Tisch 5: einer schob, zwei schauten zu, nach zehn Minuten redeten alle mit. Weggelegt wurde das iPad beim Zeichnen der Streifen.',
    })
    .execute()
}

type Slots = Awaited<ReturnType<typeof seedOffers>>

async function seedWaiting({ places, people, moments }: World, slots: Slots): Promise<void> {
  const slot = slots.get('Brüche legen, verschieben, besprechen')
  if (!slot) return
  await db().updateTable('classroomSlots').set({ taken: 1 }).where('id', '=', slot.id).execute()
  const { id: visitId } = await db()
    .insertInto('classroomVisits')
    .values({
      slotId: slot.id,
      hostId: people.get('tobias.hansen'),
      hostSchoolId: places.get('gymnasium-hafenkante') ?? '',
      lesson: 'Brüche legen, verschieben, besprechen',
      subject: 'mathematics',
      gradeBand: '5-6',
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      state: 'accepted',
      createdBy: people.get('aylin.yildiz'),
      createdAt: moments.daysAgo(3),
      changedAt: moments.daysAgo(2),
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('classroomVisitors')
    .values({
      visitId,
      personId: people.get('aylin.yildiz') ?? '',
      schoolId: places.get('gesamtschule-rheinblick') ?? '',
    })
    .execute()
}
