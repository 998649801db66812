import { record } from '#server/audit/commands.ts'
import { type Actor, fullName, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may as mayDo } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import { formatDay } from '../rules.ts'
import type { Condition } from '../standing/contract.ts'
import { adoptionDecided, adoptionWished } from './events.ts'
import type { AdoptInput, WishInput } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { refusals, statusNames } from './words.ts'

async function schoolFacts(actor: Actor, schoolId: string) {
  const own = schoolsOf(actor).filter((id) => id === schoolId)
  return { schoolId, isDelegate: (await sql.delegatedSchools(actor.id, own)).length > 0 }
}

/**
 * The decision of a Schulleitung about one use: a new row, the one before ends. Of two who decide at once the second
 * reads what the first has decided.
 *
 * @throws Conflict when the page showed another decision than the one that stands
 */
export async function adopt(actor: Actor, slug: string, input: AdoptInput): Promise<void> {
  const product = await seenProduct(actor, slug)
  await transaction(async (publish) => {
    const { schoolId, scenarioId, clientKey } = input
    authorize(mayDo.decideFor, actor, await schoolFacts(actor, schoolId))
    const school = existing(await sql.lockSchool(schoolId))
    if (await sql.findByKey(schoolId, clientKey)) return
    const current = await unlessOvertaken(input)
    const today = localDayOf(now())
    const running = await sql.findRunning(scenarioId, school, today)
    refuseUnknown(input.conditions, running?.conditions ?? [])
    const at = now()
    if (current) await sql.endAdoption(current.id, at)
    await sql.insertAdoption({
      ...{ schoolId, scenarioId, productId: product.id, releaseId: running?.id ?? null },
      ...(await contractOf(product.id, input, today)),
      status: input.status,
      vvtEntered: input.vvtEntered,
      parentsInformed: input.parentsInformed,
      conditionsConfirmed: input.conditions,
      ...{ decidedBy: actor.id, decidedName: fullName(actor), decidedAt: at, clientKey },
      ...{ since: input.since, until: input.until, note: input.note, isVisible: input.isVisible },
    })
    await record(actor, {
      action: 'software.adoption-decided',
      thingKind: 'software',
      thingId: product.id,
      details: { schoolId, scenarioId, status: input.status },
    })
    publish(adoptionDecided({ productId: product.id, schoolId, actorId: actor.id }))
  })
}

/** The decision that stands, which must be the one that was on the page. */
async function unlessOvertaken({ schoolId, scenarioId, seen }: AdoptInput) {
  const current = await sql.findCurrent(schoolId, scenarioId)
  if ((current?.id ?? '') === (seen ?? '')) return current
  throw new Conflict(refusals.overtaken(current?.decidedName ?? ''), current ? said(current) : '')
}

/** Only what the release says today can be confirmed. */
function refuseUnknown(confirmed: string[], conditions: Condition[]): void {
  const known = new Set(conditions.map(({ id }) => id))
  if (confirmed.some((id) => !known.has(id)))
    throw new Refusal(refusals.unknownCondition, 'conditions')
}

type Current = NonNullable<Awaited<ReturnType<typeof sql.findCurrent>>>

const said = ({ status, decidedName, decidedAt, note }: Current) =>
  [`${statusNames[status]}, ${decidedName}, ${formatDay(localDayOf(decidedAt))}`, note]
    .filter((line) => line !== '')
    .join('\n')

async function contractOf(productId: string, input: AdoptInput, today: string) {
  if (input.avv !== 'join')
    return { avvStatus: input.avv, avvOn: input.avv === 'signed' ? input.avvOn : null }
  const { fileId, schools, hasDocument } = await sql.findAvv(productId)
  if (schools === 0 && !hasDocument) throw new Refusal(refusals.noAvv, 'avv')
  return { avvStatus: 'signed', avvOn: input.avvOn ?? today, avvFileId: fileId }
}

/** Asks the Schulleitung for an app. Asking twice is asking once. */
export async function askForApp(actor: Actor, slug: string, input: WishInput): Promise<void> {
  const { id: productId } = await seenProduct(actor, slug)
  await transaction(async (publish) => {
    const { schoolId, note } = input
    authorize(may.wish, actor, await schoolFacts(actor, schoolId))
    const wish = { schoolId, productId, personId: actor.id, note, at: now() }
    if (await sql.insertWish(wish))
      publish(adoptionWished({ productId, schoolId, actorId: actor.id }))
  })
}
