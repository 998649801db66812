import type { Area } from '#server/platform/area.ts'
import { privacyRules } from './privacy.ts'
import { reactions } from './reactions.ts'
import { searchProjects } from './results/views.ts'
import { locateProject, projectCards, standingTo } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const projects: Area = {
  name: 'projects',
  reactions,
  things: [
    {
      kind: 'project',
      word: 'Vorhaben',
      cards: projectCards,
      standing: standingTo,
      locate: locateProject,
    },
  ],
  search: [{ kind: 'project', title: 'Vorhaben', find: searchProjects }],
  notificationWords,
  auditWords,
  privacy: privacyRules,
}
