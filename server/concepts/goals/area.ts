import type { Area } from '#server/platform/area.ts'
import { reactions as peopleReactions } from '../people/reactions.ts'
import { notificationWords as peopleWords } from '../people/words.ts'
import { tellOfDueGoals } from './due/jobs.ts'
import { reactions } from './reactions.ts'
import { goalCards, goalStanding, locateGoal, searchGoals } from './views.ts'
import { notificationWords } from './words.ts'

/** What goals and the people who write bring to the area of the concepts. */
export const goals = {
  notificationWords: { ...notificationWords, ...peopleWords },
  reactions: [...reactions, ...peopleReactions],
  due: [tellOfDueGoals],
  search: [{ kind: 'concept-goal', title: 'Ziele', find: searchGoals }],
  things: [
    {
      kind: 'concept-goal',
      word: 'Ziel',
      cards: goalCards,
      standing: goalStanding,
      locate: locateGoal,
    },
  ],
} satisfies Partial<Area>
