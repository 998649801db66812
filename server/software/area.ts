import type { Area } from '#server/platform/area.ts'
import { searchSoftware } from './directory/views.ts'
import { endReleases } from './decisions/jobs.ts'
import { reactions as decisionReactions } from './decisions/reactions.ts'
import {
  auditWords as decisionAudit,
  notificationWords as decisionWords,
} from './decisions/words.ts'
import { privacy } from './privacy.ts'
import { locateProduct, productThings, standingTo } from './views.ts'

export const software: Area = {
  name: 'software',
  things: [
    {
      kind: 'software',
      word: 'App',
      cards: productThings,
      standing: standingTo,
      locate: locateProduct,
    },
  ],
  reactions: [...decisionReactions],
  due: [endReleases],
  search: [{ kind: 'software', title: 'Software', find: searchSoftware }],
  notificationWords: { ...decisionWords },
  auditWords: { ...decisionAudit },
  privacy,
}
