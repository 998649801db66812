import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'
import type { DemoProduct, DemoUse } from './software-kinds.ts'

export type Ids = Map<string, string>
export type World = {
  places: Ids
  people: Ids
  moments: Moments
  catalogue: string
  /** The Vorhaben for which something is on trial. */
  project: string
}

const DPO = 'jens.albrecht'
const OFFICE = 'Datenschutzbeauftragter für die Duisburger Schulen'
/** When Buchwerk's release runs out. */
const EXPIRED = '2026-10-31'
const UNTIL = '2028-07-31'

/** The uses of a product, with the cases, opinions, releases and adoptions they have led to. */
export async function seedUses(
  productId: string,
  product: DemoProduct,
  world: World,
): Promise<void> {
  if (product.uses.length === 0) return
  const variant = await db()
    .insertInto('softwareVariants')
    .values({
      ...{ productId, name: 'Schulausgabe', hasAi: product.tags.includes('ai_chat') },
      hostingCountry: product.country ?? 'Deutschland',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const decided: { use: DemoUse; scenarioId: string }[] = []
  for (const use of product.uses) {
    const { id } = await db()
      .insertInto('softwareScenarios')
      .values({
        ...{ variantId: variant.id, productId, label: use.label, users: ['teacher', 'pupil'] },
        deviceScenario: use.device ?? 'school_shared_at_school',
        pupilAccount: use.account ?? 'pseudonym',
        schoolForms: use.forms ?? [],
        ...yearsOf(use),
        createdAt: world.moments.daysAgo(240),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    decided.push({ use, scenarioId: id })
  }
  await seedDecisions({ id: productId, name: product.name }, decided, world)
}

type Decided = { use: DemoUse; scenarioId: string }
type Named = { id: string; name: string }

async function seedDecisions(product: Named, all: Decided[], world: World): Promise<void> {
  const open = all.filter(({ use }) => use.decision === 'review')
  const given = all.filter(({ use }) => use.decision !== 'review' && use.decision !== 'none')
  if (given.length > 0) {
    const caseId = await seedCase(product, given, true, world)
    for (const one of given) await seedDecision(product.id, one, caseId, world)
  }
  if (open.length > 0) await seedCase(product, open, false, world)
}

const ORHAN = ['orhan.demir', 'ggs-am-hafen'] as const
const PROPOSERS = [
  ORHAN,
  ['claudia.neumann', 'kgs-lindenkranz'],
  ['tobias.hansen', 'gymnasium-hafenkante'],
  ['deniz.oeztuerk', 'gesamtschule-suedhang'],
  ['miriam.adler', 'hauptschule-kohlenweg'],
] as const

/** Who proposed it, and for which school; what is still open, Orhan Demir. */
const proposerOf = ({ name }: Named, isClosed: boolean) =>
  (isClosed && PROPOSERS[name.length % PROPOSERS.length]) || ORHAN

async function seedCase(
  product: Named,
  of: Decided[],
  isClosed: boolean,
  { people, places, moments, catalogue }: World,
): Promise<string> {
  const outcome = of.every(({ use }) => use.decision === 'refused') ? 'objection' : 'released'
  const [proposer, school] = proposerOf(product, isClosed)
  const { id } = await db()
    .insertInto('reviewCases')
    .values({
      ...{
        productId: product.id,
        reason: 'new',
        catalogueVersion: catalogue,
        clientKey: randomUUID(),
      },
      state: isClosed ? 'closed' : 'in_review',
      outcome: isClosed ? outcome : null,
      requestedBy: people.get(proposer),
      schoolId: places.get(school),
      purpose: 'Für den Unterricht in mehreren Klassen.',
      createdAt: moments.daysAgo(isClosed ? 230 : 20),
      submittedAt: moments.daysAgo(isClosed ? 229 : 20),
      closedAt: isClosed ? moments.daysAgo(200) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('reviewCaseScenarios')
    .values(of.map(({ scenarioId }) => ({ caseId: id, scenarioId })))
    .execute()
  if (!isClosed)
    await db()
      .insertInto('reviewDemands')
      .values({
        ...{ caseId: id, personId: people.get('hannah.vogt') ?? '' },
        ...{ schoolId: places.get('gymnasium-nordhorst'), at: moments.daysAgo(9) },
      })
      .execute()
  return id
}

/** What each decision means for the opinion and the release that stand under it. */
const DECISIONS: Record<
  string,
  { verdict?: string; kind?: string; since?: number; until?: string }
> = {
  no_data: { verdict: 'no_personal_data' },
  conditions: { verdict: 'no_objection_with_conditions' },
  pilot: { verdict: 'pilot_only', kind: 'pilot', since: 20 },
  refused: { verdict: 'objection' },
  expired: { since: 760, until: EXPIRED },
}

async function seedDecision(
  productId: string,
  { use, scenarioId }: Decided,
  caseId: string,
  world: World,
): Promise<void> {
  const { people, moments } = world
  const {
    verdict = 'no_objection',
    kind = 'general',
    since = 200,
    until,
  } = {
    ...DECISIONS[use.decision],
  }
  const validUntil = until ?? (kind === 'pilot' ? dayOf(moments.daysAgo(-120)) : UNTIL)
  const isRefused = verdict === 'objection'
  const conditions = conditionsOf(use)
  const opinion = await db()
    .insertInto('opinions')
    .values({
      ...{ caseId, scenarioId, conditions, verdict, givenBy: people.get(DPO) },
      ...{ signedName: 'Jens Albrecht', signedOffice: OFFICE, givenAt: moments.daysAgo(since) },
      riskLevel: isRefused ? 'high' : 'low',
      reasoning: use.why ?? 'Alle Prüfpunkte sind erfüllt.',
      alternative: isRefused ? 'Die Nachrichten der Schulplattform.' : '',
      graceText: until ? 'Bis zur neuen Entscheidung bitte nichts Neues hochladen.' : '',
      recommendedUntil: isRefused ? null : validUntil,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (isRefused) return
  const of = { scenarioId, caseId, opinionId: opinion.id }
  const releaseId = await seedRelease(of, { use, kind, since, validUntil }, world)
  await seedAdoptions({ productId, scenarioId, releaseId }, use, world)
}

const conditionsOf = ({ conditions = [] }: DemoUse) =>
  JSON.stringify(
    conditions.map(([kind, text], at) => ({
      ...{ id: String(at + 1), kind, text, isMandatory: true },
    })),
  )

async function seedRelease(
  of: { scenarioId: string; caseId: string; opinionId: string },
  given: { use: DemoUse; kind: string; since: number; validUntil: string },
  { people, moments, project }: World,
): Promise<string> {
  const { use, kind, since, validUntil } = given
  const end = new Date(`${validUntil}T23:00:00Z`)
  const isOver = end < moments.minutesAgo(0)
  const { id } = await db()
    .insertInto('releases')
    .values({
      ...{ ...of, conditions: conditionsOf(use), mode: 'on_opinion', kind, validUntil },
      projectId: kind === 'pilot' ? project : null,
      validFrom: dayOf(moments.daysAgo(since)),
      schoolForms: use.forms ?? [],
      ...yearsOf(use),
      ...{ decidedBy: people.get(DPO), decidedName: 'Jens Albrecht' },
      decidedAt: moments.daysAgo(since),
      endedAt: isOver ? end : null,
      endedAs: isOver ? 'expired' : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const yearsOf = ({ grades: [gradeMin, gradeMax] = [] }: { grades?: number[] }) => ({
  gradeMin: gradeMin ?? null,
  gradeMax: gradeMax ?? null,
})

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

const HEADS: Record<string, [key: string, name: string]> = {
  'gesamtschule-rheinblick': ['petra.wolff', 'Petra Wolff'],
  'ggs-am-hafen': ['ruth.lang', 'Ruth Lang'],
  'gymnasium-hafenkante': ['gabriele.stein', 'Gabriele Stein'],
}

async function seedAdoptions(
  of: { productId: string; scenarioId: string; releaseId: string },
  { schools = [], conditions = [] }: DemoUse,
  { people, places, moments }: World,
): Promise<void> {
  if (schools.length === 0) return
  await db()
    .insertInto('schoolAdoptions')
    .values(
      schools.map((school, at) => ({
        ...{ ...of, schoolId: places.get(school) ?? '', status: 'in_use', clientKey: randomUUID() },
        avvStatus: conditions.some(([kind]) => kind === 'avv_required') ? 'signed' : 'not_needed',
        vvtEntered: at % 3 !== 2,
        parentsInformed: at % 2 === 0,
        conditionsConfirmed: conditions.map((_, place) => String(place + 1)),
        decidedBy: people.get(HEADS[school]?.[0] ?? '') ?? null,
        decidedName: HEADS[school]?.[1] ?? 'Schulleitung',
        decidedAt: moments.daysAgo(180 - at),
        since: dayOf(moments.daysAgo(180 - at)),
      })),
    )
    .execute()
}
