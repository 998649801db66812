import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Moments } from '../moments.ts'

/** What people leave behind: how far they read, what their bell shows, what they reported. No mail goes out. */
export async function seedTraces(moments: Moments): Promise<void> {
  for (const isLarge of [true, false]) await seedReads(isLarge)
  await seedBell(moments)
  await seedReports(moments)
}

/** Of ten readers seven have read all, two a part, one nothing. The PLG of everybody goes by itself. */
async function seedReads(isLarge: boolean) {
  await sql`insert into topic_reads (person_id, topic_id, last_number)
    select person_id, topic_id,
      case when dice < 7 then post_count else greatest(1, post_count * (dice - 6) / 4) end
    from (select m.person_id, t.id as topic_id, t.post_count,
        abs(hashtextextended(m.person_id::text || t.id::text, 25)) % 10 as dice
      from topics t join plgs on plgs.id = t.plg_id
      join plg_members m on m.plg_id = t.plg_id and m.state = 'active'
      where (plgs.slug = 'alle-zusammen') = ${isLarge}) as seen
    where dice < 9`.execute(db())
}

/** A line for every third reader who has not read all of a topic with posts of the last four weeks; half are read. */
async function seedBell({ daysAgo }: Moments) {
  await sql`insert into notifications (person_id, kind, thing_kind, thing_id, actor_id, count, at, read_at)
    select m.person_id, 'discussions.post-written', 'topic', t.id, last.author_id,
      t.post_count - r.last_number, t.last_post_at,
      case when abs(hashtextextended(t.id::text || m.person_id::text, 26)) % 2 = 0 then t.last_post_at end
    from topics t
    join plg_members m on m.plg_id = t.plg_id and m.state = 'active'
    join topic_reads r on r.topic_id = t.id and r.person_id = m.person_id
    join posts last on last.topic_id = t.id and last.number = t.post_count
    where t.last_post_at > ${daysAgo(28)}::timestamptz and r.last_number < t.post_count
      and last.author_id <> m.person_id
      and abs(hashtextextended(m.person_id::text || t.id::text, 27)) % 3 = 0`.execute(db())
}

async function seedReports({ hoursAgo }: Moments) {
  await sql`insert into reports (reporter_id, thing_kind, thing_id, reason, at, client_key)
    select t.author_id, 'post', p.id, 'Hier steht der Name eines Kindes.', ${hoursAgo(5)}::timestamptz,
      gen_random_uuid()
    from posts p join topics t on t.id = p.topic_id
    where p.number = 3 and p.author_id <> t.author_id
    order by p.id limit 20`.execute(db())
}
