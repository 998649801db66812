import type { ThingKind } from '#server/platform/things.ts'
import { reactions as importReactions } from '../importing/reactions.ts'
import { importStanding } from '../importing/views.ts'
import { reactions } from './reactions.ts'
import { notificationWords } from './words.ts'

/** What chapters and the files they came from are to the rest of the house. */
export const chapters = {
  reactions: [...reactions, ...importReactions],
  things: [
    {
      ...{ kind: 'concept-import', word: 'Übernahme', standing: importStanding },
      // It has no page for others, and nobody points at it.
      cards: () => Promise.resolve([]),
    } satisfies ThingKind,
  ],
  notificationWords,
}
