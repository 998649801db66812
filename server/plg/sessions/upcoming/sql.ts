import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { containsWord } from '#db/word-search.ts'

/** Meetings of the groups in which the person is at this moment: whoever is outside has none of them. */
const ofPerson = (personId: string) =>
  db()
    .selectFrom('plgMembers as seat')
    .innerJoin('plgs', 'plgs.id', 'seat.plgId')
    .innerJoin('plgSessions', 'plgSessions.plgId', 'seat.plgId')
    .where('seat.personId', '=', personId)
    .where('seat.state', '=', 'active')
    .select([
      'plgSessions.id',
      'plgSessions.number',
      'plgSessions.title',
      'plgSessions.startsAt',
      'plgSessions.endsAt',
      'plgSessions.place',
      'plgs.title as plg',
      'plgs.slug',
    ])

/** What comes next, and what goes on now. */
export function listNext(personId: string, now: Date, limit: number) {
  return ofPerson(personId)
    .where('plgSessions.state', '=', 'planned')
    .where('plgSessions.endsAt', '>', now)
    .orderBy('plgSessions.startsAt')
    .orderBy('plgSessions.id')
    .limit(limit)
    .execute()
}

/** With all the words in its title or that of its group, the latest first. */
export function search(personId: string, words: string[], limit: number) {
  const text = sql<string>`plg_sessions.title || ' ' || plgs.title`
  return ofPerson(personId)
    .where((eb) => eb.and(words.map((word) => containsWord(text, word))))
    .orderBy('plgSessions.startsAt', 'desc')
    .orderBy('plgSessions.id')
    .limit(limit)
    .execute()
}
