import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { TOPICS } from '#server/ideas/contract.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance, diceOf, oneOf } from './chance.ts'
import { asColumns, type CityPerson } from './people.ts'
import type { CityPlg } from './plgs.ts'
import { ideaNeed, ideaProblem, ideaTitle, interestNotes, matterOf } from './practice-words.ts'

const GRADES = ['1-2', '3-4', '5-6', '7-8', '9-10', '11-13']
const FORMS = ['primary', 'grammar', 'comprehensive', 'intermediate_secondary', 'special_needs']
/** Of a hundred ideas so many became a PLG, were merged or put away; the others are open. */
const BECAME = 14
const MERGED = 8
const ARCHIVED = 6
const JOINED_BY = 12

/** The market of ideas: open ones and what became of others, and who joins for which school. */
export async function seedCityIdeas(
  chance: Chance,
  { plgs, people, count }: { plgs: CityPlg[]; people: CityPerson[]; count: number },
  moments: Moments,
): Promise<void> {
  const teachers = people.filter(({ teaches }) => teaches)
  const rows = Array.from({ length: count }, (_, at) =>
    aRow(
      chance,
      { author: chance.pick(teachers), plg: plgs[2 + (at % (plgs.length - 2))] },
      moments,
    ),
  )
  for (const batch of batches(rows)) await db().insertInto('ideas').values(batch).execute()
  await sql`update ideas set programme_id = programmes.id
    from (select id, row_number() over (order by position) as place from programmes) as programmes
    where programmes.place = 1 + ${diceOf(sql`ideas.id::text`, 101, 6)}`.execute(db())
  await merge(moments)
  await seedInterests(people, moments)
}

type From = { author: CityPerson; plg: CityPlg | undefined }

function aRow(chance: Chance, { author, plg }: From, { daysAgo }: Moments) {
  const { subject, matter } = matterOf(chance)
  const dice = chance.below(100)
  const state = dice < BECAME ? 'became_plg' : dice < BECAME + ARCHIVED ? 'archived' : 'open'
  const at = daysAgo(chance.below(330))
  return {
    ...{ id: chance.uuid(), state, authorId: author.id, schoolId: author.schoolId },
    plgId: state === 'became_plg' ? plg?.id : null,
    title: ideaTitle(chance, matter),
    problem: ideaProblem(chance, matter),
    learnersNeed: ideaNeed(chance, matter),
    subjects: chance.isLucky(0.85) ? [subject] : [],
    gradeBands: chance.isLucky(0.8) ? chance.some(GRADES, 1 + chance.below(2)).sort() : [],
    schoolForms: chance.isLucky(0.3) ? chance.some(FORMS, 1) : [],
    competencies: chance.some(COMPETENCIES, chance.below(3)).sort(),
    topics: chance.some(TOPICS, chance.below(3)),
    ...{ createdAt: at, changedAt: at, clientKey: chance.uuid() },
  }
}

/** Some open ones go into the one that was there before them. */
async function merge({ daysAgo }: Moments) {
  await sql`with opened as (select id, author_id, lag(id) over (order by number) as before,
      ${diceOf(sql`id::text`, 102, 100)} < ${MERGED} as moves from ideas where state = 'open'),
    pairs as (select * from (select opened.*, lag(moves) over (order by before) as target_moves from opened) as o
      where moves and before is not null)
    update ideas set state = 'merged', merged_into = pairs.before, merged_by = pairs.author_id,
      merged_at = ${daysAgo(5)}::timestamptz
    from pairs where ideas.id = pairs.id
      and not exists (select from opened where opened.id = pairs.before and opened.moves)`.execute(
    db(),
  )
}

/** Up to twelve teachers join, each for their school. */
async function seedInterests(people: CityPerson[], { hoursAgo }: Moments) {
  const { ids, schools, count } = asColumns(people)
  const row = sql`id::text || at::text`
  await sql`insert into idea_interests (idea_id, person_id, school_id, note, at)
    select distinct on (id, place) id, (${ids}::uuid[])[place], (${schools}::uuid[])[place], note,
      least(created_at + at * interval '1 day', ${hoursAgo(1)}::timestamptz)
    from (select id, author_id, created_at, at, ${oneOf(interestNotes, row, 103)} as note,
        1 + ${diceOf(row, 104, count)} as place
      from ideas, generate_series(1, ${JOINED_BY}) at
      where at <= ${diceOf(sql`id::text`, 105, JOINED_BY)}) as joined
    where (${ids}::uuid[])[place] <> author_id`.execute(db())
}
