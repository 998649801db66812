import type { Area } from '#server/platform/area.ts'
import { barrierKind } from './barriers/views.ts'
import { tidyUp } from './jobs.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { reportKind } from './reports/views.ts'
import { auditWords, notificationWords } from './words.ts'

export const moderation: Area = {
  name: 'moderation',
  reactions,
  due: [tidyUp],
  things: [reportKind, barrierKind],
  notificationWords,
  auditWords,
  privacy,
}
