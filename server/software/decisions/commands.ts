import { randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { moveCase } from '../cases/commands.ts'
import { may as mayDo } from '../policy.ts'
import type { Condition } from '../standing/contract.ts'
import type { Change, ReleaseMode } from './contract.ts'
import { standingChanged } from './events.ts'
import type { DecideInput } from './inputs.ts'
import { projectNumberIn, schoolsMeant } from './naming/rules.ts'
import * as naming from './naming/sql.ts'
import {
  canFollow,
  type Course,
  courseOf,
  deviates,
  followedBy,
  isInside,
  pilotEnd,
  type ReleaseContent,
  type SignedOpinion,
} from './rules.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

type OfCase = { caseId: string; productId: string; projectId: string | null }
type Scenario = Awaited<ReturnType<typeof sql.lockScenarios>>[number]

/** What stands under a release besides its content. */
type Deciding = {
  actor: Actor
  caseId: string | null
  opinionId: string | null
  mode: ReleaseMode
  deviation?: { reason: string; proposer: { id: string; name: string } }
}

/**
 * Makes a release and ends what it takes the place of. The caller holds the lock of the use.
 *
 * @returns its number
 */
export async function makeRelease(
  { id: scenarioId, productId }: Pick<Scenario, 'id' | 'productId'>,
  content: ReleaseContent,
  { actor, caseId, opinionId, mode, deviation }: Deciding,
): Promise<number> {
  const at = now()
  const today = localDayOf(at)
  if (content.validUntil < today) throw new Refusal(refusals.past, 'validUntil')
  const superseded = { as: 'superseded' as const, at, personId: actor.id, reason: '' }
  const scenarioIds = [scenarioId]
  await sql.endReleases({ scenarioIds, kinds: 'general' }, superseded)
  if (content.projectId !== null)
    await sql.endReleases({ scenarioIds, kinds: 'pilot', projectId: content.projectId }, superseded)
  const first = deviation?.proposer ?? { id: actor.id, name: fullName(actor) }
  const { number } = await sql.insertRelease({
    ...content,
    ...{ scenarioId, caseId, opinionId, mode, validFrom: today, decidedAt: at },
    ...{ decidedBy: first.id, decidedName: first.name },
    ...(deviation && {
      ...{ deviates: true, deviationReason: deviation.reason },
      ...{ secondBy: actor.id, secondName: fullName(actor) },
    }),
  })
  await record(actor, {
    action: 'software.released',
    thingKind: 'software',
    thingId: productId,
    details: { release: number, kind: content.kind, until: content.validUntil, mode },
  })
  return number
}

/** Ends whatever of these uses stands, because of a decision against them. */
async function withdrawAll(actor: Actor, scenarioIds: string[], of: OfCase, reason: string) {
  if (scenarioIds.length === 0) return
  const ending = { as: 'withdrawn' as const, at: now(), personId: actor.id, reason }
  const ended = await sql.endReleases({ scenarioIds, kinds: 'all' }, ending)
  if (ended.length > 0)
    await record(actor, {
      action: 'software.release-ended',
      thingKind: 'software',
      thingId: of.productId,
      details: { count: ended.length },
    })
}

const CHANGES: Partial<Record<Course, Change>> = {
  end: 'refused',
  release: 'released',
  pilot: 'pilot',
}

/**
 * What follows of opinions at once, inside the transaction of their signing: releases by the standing rule of the
 * Schulträger, the end of what they object to, or a decision that waits.
 *
 * @returns how the case goes on
 */
export async function followOpinions(
  publish: Publish,
  actor: Actor,
  given: OfCase & { opinions: SignedOpinion[] },
) {
  const { caseId, productId, projectId, opinions } = given
  const mode = await sql.findMode()
  const scenarios = await sql.lockScenarios(opinions.map(({ scenarioId }) => scenarioId))
  const courses: Course[] = []
  for (const opinion of opinions) {
    const scenario = existing(scenarios.find(({ id }) => id === opinion.scenarioId))
    const course = courseOf(opinion.verdict, mode, projectId)
    courses.push(course)
    const deciding = { actor, caseId, opinionId: opinion.id, mode }
    if (course === 'release' || course === 'pilot')
      await makeRelease(scenario, asOpined(scenario, opinion, course, projectId), deciding)
    if (course === 'end') await withdrawAll(actor, [scenario.id], given, '')
  }
  // Of several uses the worst news is told: one line for each person.
  const course = (['end', 'pilot', 'release'] as const).find((one) => courses.includes(one))
  const change = course && CHANGES[course]
  const grace = change === 'refused' ? await sql.graceOf(caseId) : {}
  if (change) publish(standingChanged({ productId, actorId: actor.id, change, ...grace }))
  return followedBy(courses)
}

function asOpined(
  { schoolForms, gradeMin, gradeMax }: Scenario,
  { conditions, recommendedUntil }: SignedOpinion,
  course: 'release' | 'pilot',
  projectId: string | null,
): ReleaseContent {
  const today = localDayOf(now())
  const isPilot = course === 'pilot'
  return {
    ...{ schoolForms, gradeMin, gradeMax, conditions, schoolIds: null },
    kind: isPilot ? 'pilot' : 'general',
    projectId: isPilot ? projectId : null,
    validUntil: isPilot ? pilotEnd(today, recommendedUntil) : (recommendedUntil ?? today),
  }
}

/** Conditions that the Schulträger adds. */
export const newConditions = (lines: string[]): Condition[] =>
  lines.map((text) => ({ id: randomUUID(), kind: 'other', text, isMandatory: true }))

/**
 * The Schulträger's decision about all that waits in a case. Of two who decide at once one does, and the other reads so.
 *
 * @throws Refusal for what goes beyond the opinion: that needs a second person
 */
export async function decideCase(actor: Actor, input: DecideInput): Promise<void> {
  authorize(mayDo.release, actor, {})
  const { decision, note } = input
  if (decision === 'refuse' && note === '') throw new Refusal(refusals.reason, 'note')
  await transaction(async (publish) => {
    const found = existing(await sql.findCase(input.number))
    const named = await namedIn(input)
    const projectId = named.projectId ?? found.projectId
    const of = { caseId: found.id, productId: found.productId, projectId }
    await moveCase(publish, actor, { caseId: found.id, note, ...moveFor(decision) })
    const opinions = await sql.waitingOpinions(found.id)
    const scenarios = await sql.lockScenarios(opinions.map(({ scenarioId }) => scenarioId))
    if (decision === 'refuse') {
      const ids = scenarios.map(({ id }) => id)
      await withdrawAll(actor, ids, of, note)
      await sql.insertRefusals(opinions, {
        ...{ caseId: of.caseId, reason: note, decidedAt: now() },
        ...{ decidedBy: actor.id, decidedName: fullName(actor) },
      })
    } else await releaseEach(actor, of, { opinions, scenarios }, { ...input, ...named })
    const change = decision === 'refuse' ? 'refused' : decision === 'pilot' ? 'pilot' : 'released'
    publish(standingChanged({ productId: of.productId, actorId: actor.id, change, note }))
  })
}

type Named = { schoolIds: string[] | null; projectId: string | null }

/** The schools and the Vorhaben that a decision names in words. */
async function namedIn({ decision, schools, project }: DecideInput): Promise<Named> {
  if (decision === 'release' && schools.length > 0)
    throw new Refusal(refusals.schoolsAreStricter, 'decision')
  const { ids, unclear } = schoolsMeant(schools, await naming.findSchoolsLike(schools))
  if (unclear.length > 0) throw new Refusal(refusals.unclearSchools(unclear), 'schools')
  return {
    schoolIds: ids.length > 0 ? ids : null,
    projectId: decision === 'pilot' && project !== '' ? await projectNamed(project) : null,
  }
}

/** Any running Vorhaben may be where it is tried, not only that of whoever asked. */
async function projectNamed(text: string): Promise<string> {
  const number = projectNumberIn(text)
  const found = number === null ? undefined : await naming.findRunningProject(number)
  if (!found) throw new Refusal(refusals.unknownProject, 'project')
  return found.id
}

function moveFor(decision: DecideInput['decision']) {
  if (decision === 'refuse') return { event: 'refuse', outcome: 'refused' } as const
  const outcome = { release: 'released', stricter: 'released_stricter', pilot: 'pilot' } as const
  return { event: 'release', outcome: outcome[decision] } as const
}

async function releaseEach(
  actor: Actor,
  of: OfCase,
  { opinions, scenarios }: { opinions: SignedOpinion[]; scenarios: Scenario[] },
  input: DecideInput & Named,
): Promise<void> {
  const possible = opinions.filter(({ verdict }) => canFollow(input.decision, verdict))
  if (possible.length === 0)
    throw new Refusal(opinions.length === 0 ? refusals.nothing : refusals.notThis, 'decision')
  for (const opinion of possible) {
    const scenario = existing(scenarios.find(({ id }) => id === opinion.scenarioId))
    const content = contentOf(scenario, opinion, of, input)
    if (deviates(opinion, content)) throw new Refusal(refusals.tooLate, 'validUntil')
    const by = { actor, caseId: of.caseId, opinionId: opinion.id, mode: 'by_authority' as const }
    await makeRelease(scenario, content, by)
  }
}

function contentOf(
  scenario: Scenario,
  opinion: SignedOpinion,
  of: OfCase,
  input: DecideInput & Named,
): ReleaseContent {
  const course = input.decision === 'pilot' ? 'pilot' : 'release'
  if (course === 'pilot' && of.projectId === null) throw new Refusal(refusals.noProject, 'project')
  const plain = {
    ...asOpined(scenario, opinion, course, of.projectId),
    schoolIds: input.schoolIds,
  }
  const validUntil = input.validUntil ?? plain.validUntil
  if (input.decision !== 'stricter') return { ...plain, validUntil }
  const conditions = [...plain.conditions, ...newConditions(input.conditions)]
  const scope = narrower(scenario, input)
  const isStricter =
    input.conditions.length > 0 ||
    input.schoolIds !== null ||
    scope !== undefined ||
    validUntil < plain.validUntil
  if (!isStricter) throw new Refusal(refusals.strictHow, 'conditions')
  return { ...plain, ...scope, conditions, validUntil }
}

type Frame = Pick<ReleaseContent, 'schoolForms' | 'gradeMin' | 'gradeMax'>

/** A narrower frame than the use was reviewed for; undefined when none was chosen. */
function narrower(reviewed: Frame, chosen: Frame): Frame | undefined {
  const { schoolForms, gradeMin, gradeMax } = chosen
  if (schoolForms.length === 0 && gradeMin === null && gradeMax === null) return undefined
  const frame = {
    schoolForms: schoolForms.length > 0 ? schoolForms : reviewed.schoolForms,
    gradeMin: gradeMin ?? reviewed.gradeMin,
    gradeMax: gradeMax ?? reviewed.gradeMax,
  }
  if (!isInside(frame, reviewed)) throw new Refusal(refusals.wider, 'schoolForms')
  return frame
}

/** The standing rule of the Schulträger: whether an opinion releases by itself. */
export function setReleaseMode(actor: Actor, { mode }: { mode: ReleaseMode }): Promise<void> {
  return transaction(async () => {
    authorize(mayDo.configure, actor, {})
    const before = await sql.findMode()
    if (before === mode) return
    await sql.setMode(mode, actor.id, now())
    await record(actor, {
      action: 'software.release-mode',
      thingKind: 'software-setting',
      thingId: 'release.mode',
      details: { from: before, to: mode },
    })
  })
}
