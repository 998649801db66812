import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { changing, recorded, refuseChildNames, refuseStale } from '../commands.ts'
import type { NameUse } from '../contract.ts'
import { projectChanged, projectPublished } from '../events.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { licencesFor, projectNumber } from '../rules.ts'
import * as projects from '../sql.ts'
import type { Place } from '../views.ts'
import type { PublishInput } from './inputs.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** Lets others read a Vorhaben, or changes who does and under which licence. @returns the public address */
export function publishProject(actor: Actor, place: Place, input: PublishInput): Promise<string> {
  return changing(actor, place, may.publish, async ({ project, plg }, publish) => {
    refuseStale(project, input.version)
    if (project.status === 'draft') throw new Refusal(words.draft)
    if (project.summary === '') throw new Refusal(words.noSummary)
    const original = project.adoptedFrom
      ? await projects.findById(project.adoptedFrom, actor.id)
      : undefined
    if (!licencesFor(original?.licence ?? null).includes(input.licence))
      throw new Refusal(words.shareAlike, 'licence')
    refuseChildNames(await sql.findTextsOf(project.id), input.isChecked)
    const isNew = project.visibility === 'plg'
    const { visibility, licence } = input
    const since = isNew ? { publishedAt: now(), publishedBy: actor.id, withdrawnAt: null } : {}
    await projects.updateProject(project.id, { visibility, licence, ...since })
    await recorded(actor, 'projects.published', project.id, { visibility, licence })
    if (isNew)
      publish(projectPublished({ projectId: project.id, plgId: plg.id, actorId: actor.id }))
    return paths.published(project)
  })
}

/** Takes a Vorhaben back into its PLG: from now on nobody outside reads or finds it. @returns the address inside */
export function withdrawProject(actor: Actor, place: Place): Promise<string> {
  return changing(actor, place, may.read, async ({ project, facts }) => {
    if (project.visibility === 'plg') return project.path
    authorizeOrHide(may.withdraw, actor, facts)
    await projects.updateProject(project.id, { visibility: 'plg', withdrawnAt: now() })
    await recorded(actor, 'projects.withdrawn', project.id)
    return project.path
  })
}

/** An author says for themselves whether the own name is shown; also one who has left the PLG. */
export function sayName(actor: Actor, project: string, nameUse: NameUse): Promise<void> {
  return transaction(async (publish) => {
    const number = projectNumber(project) ?? 0
    await projects.lockProject(number)
    const row = existing(await projects.findByNumber(number, actor.id))
    existing(row.deletedAt === null ? row : undefined)
    authorizeOrHide(may.sayName, actor, row)
    await sql.updateNameUse(row.id, actor.id, nameUse, now())
    publish(projectChanged({ projectId: row.id, plgId: row.plgId }))
  })
}
