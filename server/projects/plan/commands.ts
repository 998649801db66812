import type { Actor } from '#server/auth/actor.ts'
import { currentContent } from '#server/collab/journal.ts'
import { insideDocument } from '#server/documents/views.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { syncMentions } from '#server/references/commands.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { mentionsIn, wordsOf } from '#server/rich-text/text.ts'
import { withoutComments } from '#server/rich-text/without-comments.ts'
import { changing, refuseChildNames, refuseStale } from '../commands.ts'
import { may } from '../policy.ts'
import { updateProject } from '../sql.ts'
import type { Place } from '../views.ts'
import type { TakePlan } from './inputs.ts'
import { forOthers } from './rules.ts'
import { words } from './words.ts'

/** Longer than any plan, and within what the database searches. */
const LONGEST = 200_000

/** Takes the text of a document over as it is now, by the rights of the reader. @returns the address */
export function takePlan(actor: Actor, place: Place, input: TakePlan): Promise<string> {
  return changing(actor, place, may.write, async ({ project, plg }) => {
    refuseStale(project, input.version)
    const home = { kind: 'plg', slug: plg.slug }
    const { document } = await insideDocument(actor, { home, document: String(input.document) })
    const current = await currentContent(document.id)
    if (!current) throw new Refusal(words.unreadable, 'document')
    const content = checkContent(forOthers(withoutComments(current)))
    const planWords = wordsOf(content)
    if (planWords === '') throw new Refusal(words.empty, 'document')
    if (planWords.length > LONGEST) throw new Refusal(words.tooLong, 'document')
    if (project.visibility !== 'plg') refuseChildNames([planWords], input.isChecked)
    await updateProject(project.id, {
      planHtml: renderContent(content),
      planWords,
      planDocumentId: document.id,
      changedAt: now(),
    })
    await syncMentions({ kind: 'project', id: project.id }, mentionsIn(content), actor.id)
    return project.path
  })
}

/** Takes the text out again; the document stays as it is. @returns the address */
export function removePlan(
  actor: Actor,
  place: Place,
  { version }: { version: number },
): Promise<string> {
  return changing(actor, place, may.write, async ({ project }) => {
    refuseStale(project, version)
    const nothing = { planHtml: '', planWords: '', planDocumentId: null }
    await updateProject(project.id, { ...nothing, changedAt: now() })
    await syncMentions({ kind: 'project', id: project.id }, [], actor.id)
    return project.path
  })
}
