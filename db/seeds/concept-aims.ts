import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** One strategic goal of the Lenkungskreis, two network goals in force, one that is proposed. */
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
        ...stamp(12, 'orhan.demir'),
      },
    ])
    .returning(['id', 'title'])
    .execute()
  return new Map([strategic, ...network].map(({ id, title }) => [title, id]))
}
