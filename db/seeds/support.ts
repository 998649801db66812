import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

const PLG = 'ipads-mathematik-5-6'

/** Help and money: an open request, a call, the budget of this year and an application in review. */
export async function seedSupport(
  plgs: Map<string, string>,
  places: Map<string, string>,
  people: Map<string, string>,
  moments: Moments,
): Promise<void> {
  const plgId = plgs.get(PLG) ?? ''
  const lead = people.get('meike.thomas') ?? ''
  const decider = people.get('birgit.kaya') ?? ''
  const year = moments.daysAgo(0).getFullYear()
  await db()
    .insertInto('supportRequests')
    .values({
      plgId,
      kind: 'facilitation',
      addressee: 'smz_staff',
      text: 'Im Dezember werten wir die erste Erprobung aus. Könnte jemand von Ihnen die Sitzung leiten? Wir sind sechs Leute aus fünf Schulen.',
      createdBy: lead,
      createdAt: moments.daysAgo(2),
      changedAt: moments.daysAgo(2),
      clientKey: randomUUID(),
    })
    .execute()
  const call = await db()
    .insertInto('projectCalls')
    .values({
      title: 'Räume im Kopf: VR-Brillen im Fachunterricht',
      text: 'Wir suchen drei Schulen, die bis zum Sommer erproben, was VR-Brillen zum räumlichen Verstehen beitragen. Das SMZ leiht Brillen für den Anfang aus und begleitet die Vorhaben. Was Sie selbst anschaffen möchten, können Sie beantragen.',
      kind: 'innovation',
      organisationId: places.get('smz'),
      hasFunding: true,
      state: 'published',
      createdBy: people.get('sabine.krueger'),
      createdAt: moments.daysAgo(30),
      publishedAt: moments.daysAgo(28),
      changedAt: moments.daysAgo(28),
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('fundingBudgets')
    .values({ year, amountCents: 5_000_000, setBy: decider, setAt: moments.daysAgo(100) })
    .execute()
  const project = await db()
    .insertInto('projects')
    .values({
      plgId,
      kind: 'innovation',
      title: 'Anteile begehen: Brüche mit VR-Brillen',
      summary:
        'Lernende gehen durch geteilte Räume und Flächen und beschreiben, was ein Drittel davon ist.',
      status: 'planned',
      subjects: ['mathematics'],
      gradeBands: ['5-6'],
      createdBy: lead,
      createdAt: moments.daysAgo(25),
      changedAt: moments.daysAgo(25),
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('projectAuthors')
    .values({ projectId: project.id, personId: lead })
    .execute()
  await seedApplication({ plgId, projectId: project.id, callId: call.id, year }, lead, decider)

  async function seedApplication(
    about: { plgId: string; projectId: string; callId: string; year: number },
    createdBy: string,
    reviewer: string,
  ): Promise<void> {
    const { id } = await db()
      .insertInto('fundingApplications')
      .values({
        ...about,
        schoolId: places.get('gesamtschule-rheinblick') ?? '',
        reason:
          'Viele Lernende zeichnen Bruchteile richtig und stellen sich nichts darunter vor. Im Raum sollen sie Anteile mit dem eigenen Körper vergleichen.',
        innovation:
          'An unseren fünf Schulen hat das noch niemand im Mathematikunterricht versucht.',
        risk: 'Manchen wird schwindlig: Sie beobachten und beschreiben. Fallen Brillen aus, arbeiten Gruppen im Wechsel.',
        ownShareCents: 20_000,
        state: 'in_review',
        submittedAt: moments.daysAgo(12),
        createdBy,
        createdAt: moments.daysAgo(20),
        changedAt: moments.daysAgo(6),
        version: 4,
        clientKey: randomUUID(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('fundingItems')
      .values([
        { applicationId: id, position: 0, text: 'VR-Brille', quantity: 6, unitCents: 34_900 },
        {
          applicationId: id,
          position: 1,
          text: 'Koffer mit Ladestation',
          quantity: 1,
          unitCents: 27_950,
        },
        {
          applicationId: id,
          position: 2,
          text: 'Hygieneauflagen, Paket',
          quantity: 2,
          unitCents: 2_490,
        },
      ])
      .execute()
    await db()
      .insertInto('fundingEntries')
      .values([
        { applicationId: id, authorId: createdBy, state: 'submitted', at: moments.daysAgo(12) },
        { applicationId: id, authorId: reviewer, state: 'in_review', at: moments.daysAgo(6) },
      ])
      .execute()
  }
}
