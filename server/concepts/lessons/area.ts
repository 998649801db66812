import { reactions } from './adopting/reactions.ts'
import { searchLessons } from './finding/views.ts'
import { lessonCards, locateLesson, standingToLesson } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

/** What lesson concepts contribute to the area of the concepts. */
export const lessons = {
  notificationWords,
  reactions,
  things: [
    {
      kind: 'lesson',
      word: 'Unterrichtskonzept',
      cards: lessonCards,
      standing: standingToLesson,
      locate: locateLesson,
    },
  ],
  search: [{ kind: 'lesson', title: 'Unterrichtskonzepte', find: searchLessons }],
  auditWords,
}
