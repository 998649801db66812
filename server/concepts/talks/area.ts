import type { Area } from '#server/platform/area.ts'
import { privacyRules as equipmentPrivacy } from '../equipment/privacy.ts'
import { forgetPreviews } from '../equipment/stock/jobs.ts'
import { auditWords as equipmentAudit } from '../equipment/words.ts'
import { talkDates } from './appointments/views.ts'
import { closePastRounds, remindBefore } from './jobs.ts'
import { privacyRules } from './privacy.ts'
import { reactions } from './reactions.ts'
import { talkCards } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

/** What equipment and talks bring to the area of the concepts. */
export const talks = {
  reactions,
  due: [remindBefore, closePastRounds, forgetPreviews],
  calendars: [talkDates],
  things: [{ kind: 'equipment-talk', word: 'Ausstattungsgespräch', cards: talkCards }],
  notificationWords,
  auditWords: { ...equipmentAudit, ...auditWords },
  privacy: [...privacyRules, ...equipmentPrivacy],
} satisfies Partial<Area>
