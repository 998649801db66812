import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import type { Moments } from './moments.ts'

type World = {
  plgs: Map<string, string>
  places: Map<string, string>
  people: Map<string, string>
  moments: Moments
}
type Meeting = {
  title: string
  startsAt: Date
  state: 'planned' | 'held'
  place: string
  duties: [host: string, timekeeper: string, minuteTaker: string, protocolLead: string]
  agenda: [title: string, minutes: number, protocol?: string][]
  minutes?: string
  present?: string[]
  words?: [person: string, takeaway: string, nextStep: string][]
  decisions?: string[]
  tasks?: [text: string, person: string, isDone: boolean][]
}

const PLG = 'ipads-mathematik-5-6'
const ALL = ['meike.thomas', 'orhan.demir', 'aylin.yildiz', 'tobias.hansen', 'nadja.petrovic']
const LENGTH = 90 * 60_000
const DAY = 86_400_000

/** The show piece meets: twice so far, once more soon, and it looks for a date after that. */
export async function seedSessions(world: World): Promise<void> {
  const { plgs, people, moments } = world
  const plgId = plgs.get(PLG) ?? ''
  for (const meeting of meetings(moments)) await insertMeeting(meeting, plgId, people)
  await insertPoll(plgId, people, moments)
  await insertFreeDays(world)
}

/** A weekday so many days from the moment of filling, at 14:30 in Duisburg. */
function afternoon(moments: Moments, daysAgo: number): Date {
  const at = moments.daysAgo(daysAgo)
  const weekday = at.getUTCDay()
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0
  return momentOf(localDayOf(new Date(at.getTime() + shift * DAY)), '14:30')
}

const meetings = (moments: Moments): Meeting[] => [
  {
    title: 'Auftakt: Worum geht es uns?',
    startsAt: afternoon(moments, 62),
    state: 'held',
    place: 'Gesamtschule Rheinblick, Raum 104',
    duties: ['meike.thomas', 'orhan.demir', 'nadja.petrovic', 'sabine.krueger'],
    agenda: [
      ['Ankommen', 10, 'check_in_out'],
      ['Unsere Frage schärfen', 45],
      ['Absprachen', 25],
      ['Check-out', 10],
    ],
    minutes:
      'Wir haben die Frage auf Anteile und Brüche begrenzt. Zwei Vorhaben reichen für ein Schuljahr.\n\nAlle bringen zum nächsten Treffen eine Aufgabe mit, an der Lernende hängen bleiben.',
    present: [...ALL, 'sabine.krueger'],
    words: [
      [
        'orhan.demir',
        'Brüche falten verstehen auch die Kleinen.',
        'Ich lasse in 4b Streifen falten.',
      ],
      ['nadja.petrovic', 'Wir haben alle dieselbe Stelle, an der es hakt.', ''],
    ],
    decisions: ['Wir erproben die erste Einheit nach den Herbstferien in vier Klassen.'],
    tasks: [
      ['Eine Aufgabe mitbringen, an der Lernende hängen bleiben', 'tobias.hansen', true],
      ['Leihgeräte für die Erprobung anfragen', 'aylin.yildiz', true],
    ],
  },
  {
    title: 'Entwurf „Bruchstreifen“ prüfen',
    startsAt: afternoon(moments, 19),
    state: 'held',
    place: 'Realschule Brückenkopf, Lehrerzimmer',
    duties: ['nadja.petrovic', 'aylin.yildiz', 'tobias.hansen', 'meike.thomas'],
    agenda: [
      ['Ankommen', 10],
      ['Der Entwurf', 43, 'tuning'],
      ['Wer erprobt wann?', 25],
      ['Check-out', 12],
    ],
    minutes:
      'Rückmeldung zum Entwurf: Das Falten bleibt, der Bildschirm kommt erst in der zweiten Stunde dazu. Die Sicherung ist zu knapp.',
    present: ['meike.thomas', 'aylin.yildiz', 'tobias.hansen', 'nadja.petrovic'],
    words: [
      [
        'aylin.yildiz',
        'Weniger App, mehr Papier am Anfang.',
        'Ich halte die Stunde am Montag in 6b.',
      ],
    ],
    decisions: ['Die Sicherung bekommt eine eigene Stunde.'],
    tasks: [
      ['Arbeitsblatt zur Sicherung überarbeiten', 'nadja.petrovic', false],
      ['Drei Arbeiten ohne Namen zum nächsten Treffen mitbringen', 'aylin.yildiz', false],
    ],
  },
  {
    title: 'Was haben Lernende verstanden?',
    startsAt: afternoon(moments, -11),
    state: 'planned',
    place: 'Gymnasium Hafenkante, Raum 21',
    duties: ['tobias.hansen', 'nadja.petrovic', 'orhan.demir', 'aylin.yildiz'],
    agenda: [
      ['Ankommen und Absprachen lesen', 10],
      ['Drei Arbeiten aus 6b', 48, 'looking_at_work'],
      ['Nächste Erprobung', 20],
      ['Check-out', 12],
    ],
  },
]

async function insertMeeting(
  meeting: Meeting,
  plgId: string,
  people: Map<string, string>,
): Promise<void> {
  const { startsAt, title, state, place, minutes } = meeting
  const id = (name: string | undefined) => people.get(name ?? '') ?? ''
  const [host, timekeeper, minuteTaker, protocolLead] = meeting.duties.map(id)
  const plannedAt = new Date(startsAt.getTime() - 21 * DAY)
  const { id: sessionId } = await db()
    .insertInto('plgSessions')
    .values({
      ...{ plgId, title, state, place, startsAt, mode: 'presence' },
      endsAt: new Date(startsAt.getTime() + LENGTH),
      ...{ hostId: host, timekeeperId: timekeeper, minuteTakerId: minuteTaker },
      protocolLeadId: protocolLead,
      ...{ minutes: minutes ?? '', minutesVersion: minutes ? 1 : 0 },
      ...{ createdBy: id('meike.thomas'), createdAt: plannedAt, changedAt: plannedAt },
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('plgSessionItems')
    .values(
      meeting.agenda.map(([item, length, protocol], position) => ({
        ...{ sessionId, position, title: item, minutes: length, protocol: protocol ?? null },
      })),
    )
    .execute()
  const present = meeting.present ?? []
  if (present.length > 0)
    await db()
      .insertInto('plgSessionPeople')
      .values(
        present.map((name) => {
          const [, takeaway = '', nextStep = ''] =
            meeting.words?.find(([person]) => person === name) ?? []
          return { sessionId, personId: id(name), isPresent: true, takeaway, nextStep }
        }),
      )
      .execute()
  for (const text of meeting.decisions ?? [])
    await db()
      .insertInto('plgDecisions')
      .values({
        ...{ plgId, cycle: 1, kind: 'session', text, sessionId },
        ...{ decidedBy: id('meike.thomas'), at: new Date(startsAt.getTime() + LENGTH) },
      })
      .execute()
  for (const [text, person, isDone] of meeting.tasks ?? [])
    await db()
      .insertInto('plgTasks')
      .values({
        ...{ plgId, sessionId, text, assigneeId: id(person), clientKey: randomUUID() },
        dueOn: new Date(startsAt.getTime() + 28 * DAY).toISOString().slice(0, 10),
        ...{ createdBy: id('meike.thomas'), createdAt: new Date(startsAt.getTime() + LENGTH) },
        doneAt: isDone ? new Date(startsAt.getTime() + 14 * DAY) : null,
        doneBy: isDone ? id(person) : null,
      })
      .execute()
}

/** Three times for the meeting after next, one of them on a day that is free somewhere. */
async function insertPoll(plgId: string, people: Map<string, string>, moments: Moments) {
  const id = (name: string) => people.get(name) ?? ''
  const poll = await db()
    .insertInto('plgPolls')
    .values({
      ...{ plgId, title: 'Auswertung der Erprobung', clientKey: randomUUID() },
      note: 'Bitte auch die Hospitationen mitdenken, wir brauchen 90 Minuten.',
      ...{ createdBy: id('meike.thomas'), createdAt: moments.daysAgo(2) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const days = ['2027-01-12', '2027-01-14', '2027-02-08'].map((day) => new Date(`${day}T13:30:00Z`))
  const coming = days.filter((day) => day > moments.daysAgo(0))
  const starts =
    coming.length > 1 ? coming : [-50, -52, -57].map((daysAgo) => afternoon(moments, daysAgo))
  const slots = await db()
    .insertInto('plgPollSlots')
    .values(
      starts.map((startsAt) => ({
        pollId: poll.id,
        startsAt,
        endsAt: new Date(startsAt.getTime() + LENGTH),
      })),
    )
    .returning('id')
    .execute()
  const ANSWERS: [string, string[]][] = [
    ['meike.thomas', ['yes', 'if_needed', 'no']],
    ['tobias.hansen', ['yes', 'no', 'no']],
    ['nadja.petrovic', ['if_needed', 'yes', 'no']],
  ]
  await db()
    .insertInto('plgPollAnswers')
    .values(
      ANSWERS.flatMap(([name, answers]) =>
        slots.map(({ id: slotId }, at) => ({
          ...{ slotId, personId: id(name), answer: answers[at] ?? 'no' },
        })),
      ),
    )
    .execute()
}

async function insertFreeDays({ places }: World): Promise<void> {
  const days: [school: string, day: string, name: string][] = [
    ['gesamtschule-rheinblick', '2027-02-08', 'Rosenmontag'],
    ['gesamtschule-rheinblick', '2027-05-07', 'Tag nach Christi Himmelfahrt'],
    ['ggs-am-hafen', '2027-02-08', 'Rosenmontag'],
    ['gymnasium-hafenkante', '2027-02-09', 'Veilchendienstag'],
  ]
  await db()
    .insertInto('schoolFreeDays')
    .values(days.map(([school, day, name]) => ({ schoolId: places.get(school) ?? '', day, name })))
    .execute()
}
