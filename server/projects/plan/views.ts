import type { Actor } from '#server/auth/actor.ts'
import { documentsFor } from '#server/documents/views.ts'
import { cardsFor } from '#server/documents/text/views.ts'
import { authorize } from '#server/platform/authorize.ts'
import type { SafeHtml } from '#server/platform/rich-text.ts'
import {
  fillMentions,
  holesIn,
  type MentionCard,
  type StoredHtml,
} from '#server/rich-text/render.ts'
import { may } from '../policy.ts'
import { findParts } from '../sql.ts'
import { headOf, insideProject, type Place } from '../views.ts'

/** The text of a Vorhaben with what it mentions, as this reader may see it. A visitor sees no names. */
export async function shownPlan(actor: Actor | null, html: StoredHtml): Promise<SafeHtml> {
  const holes = holesIn(html)
  return fillMentions(html, actor ? await cardsFor(actor, holes) : new Map<string, MentionCard>())
}

/** Which documents of the PLG a text can be taken over from, the last changed first. */
export async function takingFor(actor: Actor, place: Place, page: number) {
  const inside = await insideProject(actor, place)
  authorize(may.write, actor, inside.facts)
  const home = { kind: 'plg', slug: inside.plg.slug }
  const query = { shelf: 'active', folder: null, search: '', page } as const
  const [list, parts] = await Promise.all([
    documentsFor(actor, home, query),
    findParts(inside.project.id),
  ])
  return {
    ...headOf(actor, inside),
    documents: list.rows.map(({ number, title, firstWords }) => ({ number, title, firstWords })),
    page: list.page,
    pages: list.pages,
    hasPlan: (parts?.planHtml ?? '') !== '',
  }
}
