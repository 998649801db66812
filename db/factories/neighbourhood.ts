import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { anActor } from './person.ts'
import { aMember, aPlg, aPost, aTopic } from './plg.ts'
import { aRegister, manyRegisterRows } from './register.ts'
import { aSchool } from './school.ts'

const PAST = '2026-09-01T08:00:00Z'
const RECENTLY = '2026-11-01T08:00:00Z'

/** The id of the n-th thing of a kind that `grow` makes; the same in SQL, where n is `i`. */
export function idOf(kind: string, i: number): string {
  const hash = createHash('md5').update(`${kind} ${i}`).digest('hex')
  const marked = `${hash.slice(0, 12)}4${hash.slice(13, 16)}8${hash.slice(17)}`
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
const id = (kind: string) => sql<string>`overlay(overlay(md5(${kind} || ' ' || i) placing '4'
  from 13) placing '8' from 17)::uuid`

export type Neighbourhood = Awaited<ReturnType<typeof aNeighbourhood>>

/**
 * A few persons around one school and one PLG, each of whom some view is for; `grow` gives them more of
 * everything that views list: for measuring what a view does when there is ten times as much.
 */
export async function aNeighbourhood() {
  const school = await aSchool()
  const at = { schoolId: school.id }
  const people = {
    /** Leads PLGs and teaches at many schools, has unread things of every kind, reported something. */
    lead: await anActor('teacher', at),
    /** Teaches and is in no PLG yet. */
    outsider: await anActor('teacher', at),
    principal: await anActor('principal', at),
    staff: await anActor('smz_staff'),
    operator: await anActor('operator'),
    /** Waits at many schools. */
    newcomer: await anActor('teacher', { state: 'pending', ...at }),
  }
  const plg = await aPlg({ title: 'Bruchrechnen' })
  await aMember({ plgId: plg.id, personId: people.lead.id, role: 'lead', ...at })
  const topic = await aTopic({ plgId: plg.id, title: 'Frage', authorId: people.lead.id })
  const post = await aPost({ topicId: topic.id, authorId: people.lead.id })
  /** Where the same people talk, for trying out what follows a post. */
  const workshop = await aPlg({ slug: 'werkstatt' })
  await aMember({ plgId: workshop.id, personId: people.lead.id, role: 'lead', ...at })
  const talk = await aTopic({ plgId: workshop.id, authorId: people.lead.id })
  const uploadId = randomUUID()
  const world = { ...people, school, plg, topic, post, workshop, talk, uploadId }
  let size = 0
  return {
    ...world,
    /** Ids of the grown things of a kind: person, school, plg, topic, post, ending, role, report, barrier. */
    ids: (kind: string) => Array.from({ length: size }, (_, at) => idOf(kind, at + 1)),
    /** Brings everything to so many pieces. */
    async grow(to: number) {
      const range = sql<number>`generate_series(${size + 1}::int, ${to}::int) as i`
      await growPeople(world, range)
      await growPlgs(world, range)
      await growTalk(world, range)
      await growDesk(world, range)
      await replaceUpload(world, to)
      await refreshRoles(Object.values(people))
      size = to
    },
  }
}

type World = Omit<Neighbourhood, 'ids' | 'grow'>
type Range = ReturnType<typeof sql<number>>

async function growPeople({ school, lead, principal, newcomer }: World, range: Range) {
  await sql`insert into schools (id, school_number, slug, name, school_form, district, origin,
      closure_proposed_at, created_at, changed_at)
    select ${id('school')}, (800000 + i)::text, 'nachbar-' || i, 'Schule am Bruch ' || i,
      'comprehensive', 'mitte', 'demo', ${PAST}, ${PAST}, ${PAST} from ${range}`.execute(db())
  await sql`insert into organisations (id, slug, name, kind)
    select ${id('office')}, 'stelle-' || i, 'Stelle ' || i, 'partner' from ${range}`.execute(db())
  for (const [kind, name] of Object.entries({ person: 'Nachbar', waiting: 'Wartend' }))
    await sql`insert into persons (id, first_name, last_name, email, created_at)
      select ${id(kind)}, 'Kim', ${name}::text || i, ${kind}::text || i || '@nachbarn.example',
        ${PAST}::timestamptz from ${range}`.execute(db())
  const member = (kind: string, columns: ReturnType<typeof sql>) => sql`insert into memberships
    (id, person_id, school_id, organisation_id, role, state, valid_from)
    select ${id(kind)}, ${columns}, ${PAST}::timestamptz from ${range}`
  const here = sql`${school.id}::uuid, null::uuid`
  const there = sql`${id('school')}, null::uuid`
  await member('a', sql`${id('person')}, ${here}, 'teacher', 'confirmed'`).execute(db())
  await member('b', sql`${id('waiting')}, ${here}, 'teacher', 'pending'`).execute(db())
  await member('c', sql`${id('waiting')}, ${there}, 'principal', 'pending'`).execute(db())
  await member(
    'd',
    sql`${id('person')}, null::uuid, ${id('office')}, 'facilitator', 'confirmed'`,
  ).execute(db())
  await member('e', sql`${newcomer.id}::uuid, ${there}, 'teacher', 'pending'`).execute(db())
  await member('f', sql`${principal.id}::uuid, ${there}, 'principal', 'confirmed'`).execute(db())
  await member('role', sql`${lead.id}::uuid, ${there}, 'teacher', 'confirmed'`).execute(db())
  await sql`insert into sessions (id, person_id, created_at, expires_at, ends_at, is_office)
    select 'nachbar-' || i, ${lead.id}::uuid, ${RECENTLY}::timestamptz, '2099-01-01', '2099-01-01',
      false from ${range}`.execute(db())
}

async function growPlgs({ school, lead, plg, workshop }: World, range: Range) {
  const kinds = { plg: 'open', other: 'open', invited: 'closed', asked: 'by_request', left: 'open' }
  for (const [kind, joining] of Object.entries(kinds))
    await sql`insert into plgs (id, slug, title, question, joining, topic_count, founded_at, client_key)
      select ${id(kind)}, 'nachbar-' || ${kind}::text || i, 'Bruch ' || ${kind}::text || i, 'Wie?',
        ${joining}::text, 1, ${PAST}::timestamptz, ${id(kind)} from ${range}`.execute(db())
  const seat = (kind: string, columns: ReturnType<typeof sql>) => sql`insert into plg_members
    (id, plg_id, person_id, role, school_id, state, since)
    select ${id(kind)}, ${columns}, ${PAST}::timestamptz from ${range}`
  const home = sql`${plg.id}::uuid`
  const leader = sql`${lead.id}::uuid`
  const here = sql`${school.id}::uuid`
  const there = id('school')
  for (const columns of [
    sql`${home}, ${id('person')}, 'member', ${there}, 'active'`,
    sql`${workshop.id}::uuid, ${id('person')}, 'member', ${there}, 'active'`,
    sql`${home}, ${id('waiting')}, 'member', ${here}, 'requested'`,
    sql`${id('plg')}, ${leader}, 'lead', ${here}, 'active'`,
    sql`${id('plg')}, ${id('person')}, 'member', ${there}, 'active'`,
    sql`${id('plg')}, ${id('waiting')}, 'member', ${here}, 'requested'`,
    sql`${id('other')}, ${id('person')}, 'facilitator', null::uuid, 'active'`,
    sql`${id('invited')}, ${leader}, 'member', ${here}, 'invited'`,
    sql`${id('asked')}, ${leader}, 'member', ${here}, 'requested'`,
  ])
    await seat(randomUUID(), columns).execute(db())
  await seat('ending', sql`${id('left')}, ${leader}, 'member', ${here}, 'removed'`).execute(db())
  for (const columns of [
    sql`${id('plg')}, ${here}, 'open'`,
    sql`${id('plg')}, ${there}, 'open'`,
    sql`${home}, ${there}, 'granted'`,
  ])
    await sql`insert into plg_seats (plg_id, school_id, consent, since)
      select ${columns}, ${PAST}::timestamptz from ${range}`.execute(db())
  await sql`insert into plg_invitations (plg_id, email, role, at)
    select ${home}, 'gast' || i || '@nachbarn.example', 'guest', ${PAST}::timestamptz
    from ${range}`.execute(db())
}

async function growTalk({ lead, plg, topic, post, talk }: World, range: Range) {
  const author = id('person')
  const topics = (kind: string, plgId: ReturnType<typeof sql>, number: ReturnType<typeof sql>) =>
    sql`insert into topics
      (id, plg_id, number, title, author_id, post_count, created_at, last_post_at, client_key)
      select ${id(kind)}, ${plgId}, ${number}, 'Bruch ' || i, ${author}, 1, ${PAST}::timestamptz,
        ${RECENTLY}::timestamptz + i * interval '1 minute', ${id(kind)} from ${range}`
  await topics('topic', sql`${plg.id}::uuid`, sql`i + 1`).execute(db())
  await topics('elsewhere', id('plg'), sql`1`).execute(db())
  const posts = (kind: string, topicId: ReturnType<typeof sql>, number: ReturnType<typeof sql>) =>
    sql`insert into posts
      (id, topic_id, number, author_id, body, body_html, created_at, client_key)
      select ${id(kind)}, ${topicId}, ${number}, ${author}, 'Ein Beitrag', '<p>Ein Beitrag</p>',
        ${RECENTLY}::timestamptz + i * interval '1 minute', ${id(kind)} from ${range}`
  await posts('first', id('topic'), sql`1`).execute(db())
  await posts('first-elsewhere', id('elsewhere'), sql`1`).execute(db())
  await posts('post', sql`${topic.id}::uuid`, sql`i + 1`).execute(db())
  await posts('answer', sql`${talk.id}::uuid`, sql`i + 1000`).execute(db())
  await sql`update topics set post_count = (select count(*) from posts where topic_id = topics.id),
    last_post_at = ${RECENTLY} where id = ${topic.id}`.execute(db())
  await sql`insert into post_reactions (post_id, person_id, kind, at)
    select ${id('post')}, ${author}, 'thanks', ${PAST}::timestamptz from ${range}`.execute(db())
  await sql`insert into post_mentions (post_id, person_id)
    select ${id('post')}, ${lead.id}::uuid from ${range}`.execute(db())
  await sql`insert into post_versions (post_id, body, body_html, written_at, replaced_at)
    select ${post.id}::uuid, 'Davor', '<p>Davor</p>', ${PAST}::timestamptz, ${PAST}::timestamptz
    from ${range}`.execute(db())
}

async function growDesk({ lead, staff, school, topic }: World, range: Range) {
  const answered = sql`${RECENTLY}::timestamptz, ${staff.id}::uuid, 'Danke'`
  const open = sql`null::timestamptz, null::uuid, ''`
  for (const [kind, answer] of Object.entries({ report: open, answered: answered })) {
    await sql`insert into reports (id, reporter_id, thing_kind, thing_id, reason, at, client_key,
        handled_at, handled_by, answer)
      select ${id(kind)}, ${lead.id}::uuid, 'topic', ${topic.id}::uuid, 'Bitte ansehen',
        ${PAST}::timestamptz, ${id(kind)}, ${answer} from ${range}`.execute(db())
    const barrier = kind === 'report' ? 'barrier' : 'removed'
    await sql`insert into barrier_reports (id, description, at, client_key, handled_at, handled_by, answer)
      select ${id(barrier)}, 'Zu klein', ${PAST}::timestamptz, ${id(barrier)}, ${answer}
      from ${range}`.execute(db())
  }
  const things = ['plg', 'topic', 'post', 'school', 'report', 'barrier']
  const pointers = [
    ...things.map((kind) => [kind, id(kind)] as const),
    ['plg-ending', id('ending')] as const,
    ['plg-consent', id('school')] as const,
    ['membership', id('role')] as const,
  ]
  for (const personId of [lead.id, staff.id])
    for (const readAt of [null, RECENTLY])
      for (const [kind, thing] of pointers)
        await sql`insert into notifications (person_id, kind, thing_kind, thing_id, at, read_at)
          select ${personId}::uuid, 'discussions.post-written', ${kind}::text, ${thing},
            ${RECENTLY}::timestamptz + i * interval '1 minute', ${readAt}::timestamptz
          from ${range}`.execute(db())
  await sql`insert into audit_entries (at, actor_name, action, thing_kind, thing_id)
    select ${PAST}::timestamptz, 'Kim Nachbar', 'nachbar.' || i, 'plg', ${id('plg')}
    from ${range}`.execute(db())
  await sql`insert into school_changes (school_id, at, field, before, after)
    select ${school.id}::uuid, ${PAST}::timestamptz, 'name', 'Alt', 'Neu' from ${range}`.execute(
    db(),
  )
  await sql`insert into register_imports (at, file_name, file_hash, rows_read, created, changed,
      unchanged, missing)
    select ${PAST}::timestamptz, 'register.csv', 'abc', i, 0, 0, 0, 0 from ${range}`.execute(db())
}

/** A register waiting for review, with as many schools. */
async function replaceUpload({ uploadId, lead }: World, size: number) {
  const row = {
    uploadedAt: PAST,
    uploadedBy: lead.id,
    fileName: 'register.csv',
    fileHash: 'abc',
    content: Buffer.from(aRegister(manyRegisterRows(size))),
  }
  await db()
    .insertInto('registerUploads')
    .values({ id: uploadId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Actors carry what they are; growing gave them more of it. */
async function refreshRoles(actors: Awaited<ReturnType<typeof anActor>>[]) {
  for (const actor of actors) {
    const rows = await db()
      .selectFrom('memberships')
      .where('personId', '=', actor.id)
      .select(['role', 'schoolId', 'state'])
      .execute()
    actor.memberships = rows as typeof actor.memberships
  }
}
