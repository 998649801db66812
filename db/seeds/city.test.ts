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

test('it never goes where somebody is already', async () => {
  expect(await demoCity([], print)).toBe(1)
  expect(said.at(-1)).toMatch(/^Es gibt hier schon Personen/)
})

test('a call that asks for nonsense is explained', async () => {
  expect(await demoCity(['--scale', '9'], print)).toBe(2)
  expect(await demoCity(['--big'], print)).toBe(2)
})
