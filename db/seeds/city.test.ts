import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import '#db/testing.ts'
import { demoCity } from './city.ts'

const said: string[] = []
const print = (line: string) => void said.push(line)
const count = async (question: ReturnType<typeof sql<{ count: number }>>) =>
  (await question.execute(db())).rows[0]?.count

beforeAll(async () => {
  expect(await demoCity(['--scale', '0.05'], print)).toBe(0)
})

test('the city has the figures it was asked for', async () => {
  expect(said[0]).toContain('300 Personen, 7 Schulen, 15 PLGs, 100 Themen, 5000 Beiträge')
  expect(await count(sql`select count(*) from persons`)).toBe(300)
  expect(await count(sql`select count(*) from posts`)).toBe(5000)
  expect(await count(sql`select count(*) from topics where post_count = 200`)).toBe(1)
})

test('numbers, counts and last posts are those that commands would have left', async () => {
  const wrong = sql<{ count: number }>`select count(*) from topics t
    where (t.post_count, t.post_count, t.last_post_at, t.created_at) is distinct from
      (select (count(*)::int, max(number), max(created_at), min(created_at)) from posts where topic_id = t.id)`
  expect(await count(wrong)).toBe(0)
  expect(
    await count(sql`select count(*) from plgs where topic_count <>
      (select count(*) from topics where plg_id = plgs.id)`),
  ).toBe(0)
})

test('who wrote is a member, and each school with a teacher inside has its seat', async () => {
  expect(
    await count(sql`select count(*) from posts join topics on topics.id = posts.topic_id
      where not exists (select from plg_members m where m.plg_id = topics.plg_id
        and m.person_id = posts.author_id and m.school_id is not distinct from posts.school_id)`),
  ).toBe(0)
  expect(
    await count(sql`select count(*) from plg_members m where school_id is not null and state = 'active'
      and not exists (select from plg_seats s where s.plg_id = m.plg_id and s.school_id = m.school_id)`),
  ).toBe(0)
})

test('each PLG has its documents, one of them is as long as a book', async () => {
  expect(
    await count(sql`select count(*) from plgs where
      (select count(*) from documents d join document_contents c on c.document_id = d.id
        where d.plg_id = plgs.id and c.words <> '') < 2`),
  ).toBe(0)
  expect(
    await count(sql`select count(*) from document_contents where length(words) >= 300000`),
  ).toBe(1)
})

test('Vorhaben stand in every state, and those that are over have their report', async () => {
  expect(said[0]).toContain('150 Vorhaben, 300 Treffen, 75 Ideen')
  expect(await count(sql`select count(distinct status) from projects`)).toBe(5)
  const published = (await count(sql`select count(*) from projects where visibility <> 'plg'`)) ?? 0
  expect(published).toBeGreaterThan(30)
  expect(
    await count(sql`select count(*) from projects p where (status in ('completed', 'stopped'))
      <> exists (select from closing_reports where project_id = p.id)`),
  ).toBe(0)
  expect(await count(sql`select count(*) from project_tries`)).toBeGreaterThan(published)
  expect(await count(sql`select count(*) from projects where adopted_from is not null`)).not.toBe(0)
  expect(
    await count(sql`select count(*) from trial_runs r join projects p on p.id = r.project_id
      where p.status not in ('running', 'completed') or not exists (select from plg_members m
        where m.plg_id = p.plg_id and m.person_id = r.teacher_id and m.school_id = r.school_id)`),
  ).toBe(0)
})

test('who meets is a member; what comes is planned, what was is not', async () => {
  expect(
    await count(sql`select count(*) from plg_session_people p join plg_sessions s on s.id = p.session_id
      where not exists (select from plg_members m where m.plg_id = s.plg_id and m.person_id = p.person_id)`),
  ).toBe(0)
  expect(
    await count(
      sql`select count(*) from plg_sessions where (state = 'planned') <> (ends_at > now())`,
    ),
  ).toBe(0)
  expect(await count(sql`select count(*) from plg_tasks where done_at is null`)).not.toBe(0)
  expect(await count(sql`select count(*) from plg_poll_answers`)).not.toBe(0)
})

test('ideas are open, put away, merged or became a PLG; seats of open classrooms are counted', async () => {
  expect(await count(sql`select count(distinct state) from ideas`)).toBe(4)
  expect(await count(sql`select count(*) from idea_interests`)).toBeGreaterThan(75)
  expect(
    await count(sql`select count(*) from classroom_slots s where taken <>
      (select count(*) from classroom_visits v join classroom_visitors on visit_id = v.id
        where v.slot_id = s.id)`),
  ).toBe(0)
  expect(await count(sql`select count(*) from plg_members where role = 'facilitator'`)).not.toBe(0)
})

test('software is reviewed, released and in use, and its numbers are those that commands would have left', async () => {
  expect(await count(sql`select count(*) from software_products`)).toBe(100)
  expect(await count(sql`select count(*) from software_scenarios`)).toBe(300)
  expect(await count(sql`select count(*) from school_adoptions`)).toBe(2000)
  expect(await count(sql`select count(*) from review_events`)).toBeGreaterThan(400)
  expect(await count(sql`select count(*) from releases where ended_at is null`)).not.toBe(0)
  expect(
    await count(sql`select count(*) from software_reach r where schools <>
      (select count(distinct a.school_id) from school_adoptions a where a.product_id = r.product_id
        and a.ended_at is null and a.is_visible and a.status in ('in_use', 'pilot'))`),
  ).toBe(0)
})

test('the MediaLab has its bookings, and nothing is given away twice', async () => {
  expect(await count(sql`select count(*) from lab_offers`)).toBe(25)
  expect(await count(sql`select count(*) from lab_bookings`)).toBeGreaterThan(2300)
  expect(await count(sql`select count(distinct state) from lab_dates`)).toBeGreaterThan(4)
  expect(await count(sql`select count(*) from lab_claims where is_active`)).toBeGreaterThan(400)
  expect(
    await count(sql`select count(*) from lab_dates d where not exists
      (select from lab_claims where date_id = d.id) or not exists
      (select from lab_date_offers where date_id = d.id)`),
  ).toBe(0)
})

test('it never goes where somebody is already', async () => {
  expect(await demoCity([], print)).toBe(1)
  expect(said.at(-1)).toMatch(/^Es gibt hier schon Personen/)
})

test('a call that asks for nonsense is explained', async () => {
  expect(await demoCity(['--scale', '9'], print)).toBe(2)
  expect(await demoCity(['--big'], print)).toBe(2)
})

test('each school has published its concept, and an older one lies behind it', async () => {
  expect(
    await count(sql`select count(*) from schools s where s.origin = 'demo' and not exists (select from concepts c
      join concept_versions v on v.id = c.published_version_id where c.school_id = s.id and v.number = 11)`),
  ).toBe(0)
  expect(await count(sql`select count(*) from concept_versions`)).toBe(77)
  const letters = sql<{
    count: number
  }>`select max(letters)::int as count from (select sum(length(words)) as letters
    from concept_version_sections group by version_id) v`
  expect(await count(letters)).toBeGreaterThan(250_000)
})
