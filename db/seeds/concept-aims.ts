import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** One strategic goal of the Lenkungskreis, two network goals in force; one proposal that schools comment on, and one to be decided. */
export async function seedAims(
  people: Map<string, string>,
  moments: Moments,
): Promise<Map<string, string>> {
  const inForce = { state: 'in_force', validFrom: dayOf(moments.daysAgo(100)) }
  const stamp = (daysAgo: number, by: string) => ({
    createdBy: people.get(by),
    createdAt: moments.daysAgo(daysAgo),
    changedAt: moments.daysAgo(daysAgo),
    clientKey: randomUUID(),
  })
  const strategic = await db()
    .insertInto('networkGoals')
    .values({
      kind: 'strategic',
      title: 'Gute Medienbildung hängt nicht vom Stadtteil ab',
      body: 'Jedes Kind in Duisburg lernt mit und über Medien, gleich welche Schule es besucht. Woran eine Schule arbeitet, hilft auch den anderen.',
      dimension: 'cooperation',
      ...inForce,
      ...stamp(110, 'sabine.krueger'),
    })
    .returning(['id', 'title'])
    .executeTakeFirstOrThrow()
  const network = await db()
    .insertInto('networkGoals')
    .values([
      {
        kind: 'network',
        title: 'Jede Schule prüft Quellen ab Klasse 5',
        body: 'Wer in Klasse 5 beginnt, Quellen zu prüfen, tut es in Klasse 10 von selbst. Die Schulen zeigen einander, wie sie anfangen.',
        dimension: 'teaching',
        competencies: ['2.2', '2.3'],
        serves: strategic.id,
        ...inForce,
        ...stamp(104, 'sabine.krueger'),
      },
      {
        kind: 'network',
        title: 'Jede Schule gibt im Jahr eine erprobte Stunde weiter',
        body: 'Eine Stunde mit Ablauf, Material und dem, was man beim nächsten Mal anders macht. Mehr braucht es nicht.',
        dimension: 'cooperation',
        competencies: [],
        serves: strategic.id,
        ...inForce,
        ...stamp(103, 'sabine.krueger'),
      },
      {
        kind: 'network',
        title: 'Programmieren ohne Gerät in jeder Grundschule',
        body: 'Abläufe beschreiben, Muster finden, Fehler suchen: Das geht mit Karten und auf dem Schulhof.',
        dimension: 'teaching',
        competencies: ['6.2'],
        state: 'draft',
        commentsUntil: dayOf(moments.daysAgo(3)),
        ...stamp(31, 'orhan.demir'),
      },
      {
        kind: 'network',
        title: 'Eltern wissen, womit ihre Kinder in der Schule arbeiten',
        body: 'Jede Schule zeigt einmal im Halbjahr, welche Apps sie einsetzt und warum. Ein Abend oder ein Blatt reicht.',
        dimension: 'cooperation',
        competencies: [],
        state: 'draft',
        commentsUntil: dayOf(moments.daysAgo(-18)),
        ...stamp(10, 'petra.wolff'),
      },
    ])
    .returning(['id', 'title'])
    .execute()
  await seedComments(network.at(-1)?.id ?? '', people, moments)
  return new Map([strategic, ...network].map(({ id, title }) => [title, id]))
}

/** What two schools say to the proposal that is being commented on. */
async function seedComments(goalId: string, people: Map<string, string>, moments: Moments) {
  const said = [
    [
      'ggs-am-hafen',
      'orhan.demir',
      'Bei uns lesen viele Eltern Türkisch oder Bulgarisch. Ein Blatt in einfacher Sprache hilft mehr als ein Abend.',
    ],
    [
      'gesamtschule-rheinblick',
      'meike.thomas',
      'Gern, wenn es einmal im Jahr reicht. Die Liste der Apps gibt es ja schon im Verzeichnis.',
    ],
  ] as const
  for (const [at, [slug, person, body]] of said.entries())
    await db()
      .insertInto('networkGoalComments')
      .values((eb) => ({
        ...{ goalId, body, authorId: people.get(person) ?? null, clientKey: randomUUID() },
        schoolId: eb.selectFrom('schools').where('slug', '=', slug).select('id'),
        createdAt: moments.daysAgo(6 - at),
      }))
      .execute()
}
