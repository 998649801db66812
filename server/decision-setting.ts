import { moveCaseTo } from '#db/factories/decision.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aProduct, aReviewCase, aScenario, anOpinion } from '#db/factories/software.ts'
import { localDayOf } from './platform/local-time.ts'
import { transaction } from './platform/transaction.ts'
import { decideCase, followOpinions } from './software/decisions/commands.ts'
import type { Decision } from './software/decisions/contract.ts'
import type { Condition, Verdict } from './software/standing/contract.ts'

export const TODAY = localDayOf(new Date())
export const inDays = (days: number) => localDayOf(new Date(Date.now() + days * 86_400_000))
const CONDITION: Condition = {
  id: 'a',
  kind: 'pseudonym_only',
  text: 'Pseudonym',
  isMandatory: true,
}

export async function setting() {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id })
  const projectId = (await aProject({ plgId: (await aPlg()).id })).id
  return {
    ...{ product, scenario, projectId },
    dpo: await anActor('school_dpo'),
    managers: [await anActor('release_manager'), await anActor('release_manager')] as const,
  }
}
export type Setting = Awaited<ReturnType<typeof setting>>

const PLAIN = {
  ...{ conditions: [], validUntil: undefined, project: '', schools: [] },
  ...{ schoolForms: [], gradeMin: null, gradeMax: null },
}

/** An opinion is signed, as the desk does it, short of its own rules. */
export async function sign(at: Setting, verdict: Verdict, { withProject = false } = {}) {
  const projectId = withProject ? at.projectId : null
  const row = await aReviewCase({
    ...{ productId: at.product.id, scenarioIds: [at.scenario.id], projectId },
    state: 'opinion_given',
  })
  const conditions = verdict === 'no_objection_with_conditions' ? [CONDITION] : []
  const recommendedUntil = verdict === 'objection' ? null : inDays(300)
  const followed = await transaction(async (publish) => {
    const opinion = await anOpinion({
      ...{ caseId: row.id, scenarioId: at.scenario.id, verdict, recommendedUntil },
      ...{ conditions: JSON.stringify(conditions), givenAt: new Date() },
    })
    const result = await followOpinions(publish, at.dpo, {
      ...{ caseId: row.id, productId: at.product.id, projectId },
      opinions: [
        { id: opinion.id, scenarioId: at.scenario.id, verdict, conditions, recommendedUntil },
      ],
    })
    const isPending = result.event === 'hand_over'
    await moveCaseTo(
      row.id,
      isPending
        ? { state: 'release_pending' }
        : { state: 'closed', closedAt: new Date(), outcome: result.outcome },
    )
    return { ...result, opinionId: opinion.id }
  })
  return { ...followed, caseId: row.id, number: row.number }
}

export const decide = (at: Setting, number: number, decision: Decision, who: 0 | 1 = 0) =>
  decideCase(at.managers[who], { ...PLAIN, number, decision, note: 'Weil.' })
