import { record } from '#server/audit/commands.ts'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Forbidden, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { refuseChildNames } from '#server/projects/commands.ts'
import { may as mayInDirectory } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import type { EditExperience, WriteExperience } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { factsOf } from './views.ts'
import { words } from './words.ts'

type About = Omit<WriteExperience, 'clientKey'>

/** Tells how it went with an app. The same form again is the same report. */
export async function writeExperience(
  actor: Actor,
  slug: string,
  input: WriteExperience,
): Promise<void> {
  const product = await seenProduct(actor, slug)
  authorize(mayInDirectory.tell, actor, {})
  await spend('posts', actor.id)
  const { clientKey, ...about } = input
  const row = await checked(actor, product.id, about)
  const at = now()
  const by = { authorId: actor.id, productId: product.id, createdAt: at, changedAt: at }
  await transaction(() => sql.insertReport({ ...row, ...by, clientKey }))
}

/** @throws Conflict with the text as it stands, when it was changed since the form was made */
export function editExperience(
  actor: Actor,
  { slug, id }: { slug: string; id: string },
  { version, ...about }: EditExperience,
): Promise<void> {
  return transaction(async () => {
    const product = await seenProduct(actor, slug)
    await sql.lockReport(id)
    const row = existing(await sql.findReport(id))
    existing(row.productId === product.id && row.authorId === actor.id ? row : undefined)
    authorize(may.edit, actor, factsOf(row))
    if (row.version !== version)
      throw new Conflict(words.stale, [row.setting, row.text].filter(Boolean).join('\n\n'))
    await sql.updateReport(id, { ...(await checked(actor, product.id, about)), changedAt: now() })
  })
}

/** What is written down of a form, after school, use and Vorhaben were found to be the person's own. */
async function checked(actor: Actor, productId: string, { again, isChecked, ...about }: About) {
  refuseChildNames([about.setting, about.text], isChecked)
  const { uses, projects } = await sql.findChoices(productId, actor.id)
  const isAmong = (choices: { value: string }[], id: string | null) =>
    id === null || choices.some(({ value }) => value === id)
  if (!isAmong(projects, about.projectId)) throw new Refusal(words.strangeProject, 'projectId')
  return {
    ...about,
    // A use that is gone meanwhile is no reason to lose the report.
    scenarioId: isAmong(uses, about.scenarioId) ? about.scenarioId : null,
    schoolId: schoolOf(actor, about.schoolId),
    wouldUseAgain: again === 'yes',
  }
}

function schoolOf(actor: Actor, chosen: string | null): string | null {
  const schools = schoolsOf(actor)
  if (chosen !== null && !schools.includes(chosen)) throw new Forbidden()
  if (chosen === null && schools.length > 1) throw new Refusal(words.chooseSchool, 'schoolId')
  return chosen ?? schools[0] ?? null
}

/** Takes a report away, or brings it back: its author does, or a curator, who leaves a line in the protocol. */
export function putAway(
  actor: Actor,
  { slug, id, isDeleted }: { slug: string; id: string; isDeleted: boolean },
): Promise<void> {
  return transaction(async () => {
    const product = await seenProduct(actor, slug)
    await sql.lockReport(id)
    const row = existing(await sql.findReport(id))
    existing(row.productId === product.id ? row : undefined)
    const facts = factsOf(row)
    if (facts.isDeleted === isDeleted) return
    authorize(isDeleted ? may.delete : may.restore, actor, facts)
    await sql.updateReport(id, { deletedAt: isDeleted ? now() : null })
    if (row.authorId !== actor.id)
      await record(actor, {
        action: isDeleted ? 'software.experience-deleted' : 'software.experience-restored',
        thingKind: 'software',
        thingId: product.id,
      })
  })
}
