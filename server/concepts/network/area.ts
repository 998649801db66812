import { reactions } from './adopting/reactions.ts'
import { searchPublished, searchPublishedGoals } from './views.ts'
import { notificationWords } from './words.ts'

/** What the search between schools adds to the area. */
export const network = {
  notificationWords,
  reactions: [...reactions],
  search: [
    { kind: 'concept', title: 'Medienkonzepte', find: searchPublished },
    { kind: 'published-goal', title: 'Ziele anderer Schulen', find: searchPublishedGoals },
  ],
}
