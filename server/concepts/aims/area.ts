import type { Area } from '#server/platform/area.ts'
import { THING } from './contract.ts'
import { reactions } from './reactions.ts'
import { aimCards } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

/** What network goals and strategic goals add to the area. */
export const aims = {
  ...{ auditWords, notificationWords, reactions },
  things: [{ kind: THING, word: 'Netzwerkziel', cards: aimCards }],
} satisfies Partial<Area>
