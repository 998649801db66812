import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide } from '#server/platform/authorize.ts'
import { schoolChoices } from '#server/schools/views.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { type Outcome, outcomeSentence, words } from './words.ts'

/** The page on which a concept is handed to the school that carries it on, with what would happen. */
export async function handOverFor(actor: Actor, from: string, to: string) {
  authorizeOrHide(may.handOver, actor, {})
  const [living, schools] = await Promise.all([sql.listLiving(), schoolChoices()])
  const preview = from && to ? await previewOf(from, to) : null
  return {
    concepts: living.map(({ slug, name }) => ({ slug, name })),
    schools: schools.map(({ slug, name }) => ({ slug, name })),
    asked: { from, to },
    ...{ preview: preview?.outcome ? preview : null, problem: preview?.problem ?? null },
  }
}

type Preview =
  | { problem: string; outcome?: undefined }
  | { problem: null; outcome: Outcome; sentence: string; toName: string }

async function previewOf(from: string, to: string): Promise<Preview> {
  if (from === to) return { problem: words.same }
  const [old, heir] = await Promise.all([sql.findWithConcept(from), sql.findWithConcept(to)])
  if (!old?.conceptId) return { problem: words.none }
  if (!heir) return { problem: words.chooseTo }
  const outcome = heir.conceptId ? 'archived' : 'moves'
  const sentence = outcomeSentence(outcome, old.name, heir.name, old.versions ?? 0)
  return { problem: null, outcome, sentence, toName: heir.name }
}
