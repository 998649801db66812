import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance, diceOf, oneOf, shares } from './chance.ts'
import { shortContent } from './documents.ts'
import { type CityPlg, workersOf } from './plgs.ts'
import { matterOf, projectSummary, projectTitle, TRIALS } from './practice-words.ts'

const PLANS = 120
const GRADES = ['1-2', '3-4', '5-6', '7-8', '9-10', '11-13']
/** By phase: how many Vorhaben a group has beside another, and of ten how they stand. */
const STANDING: Record<string, [weight: number, statuses: string]> = {
  idea: [1, 'dddddddddd'],
  forming: [3, 'dddddddppp'],
  focus: [6, 'ddddpppppp'],
  design: [10, 'dddppppppp'],
  trial: [12, 'pprrrrrccs'],
  evaluate: [14, 'rrcccccccs'],
  transfer: [16, 'cccccccccs'],
  closed: [16, 'cccccccccs'],
}
const STATUSES: Record<string, string> = {
  ...{ d: 'draft', p: 'planned', r: 'running', c: 'completed', s: 'stopped' },
}
/** The PLG of 200 fills its pages. */
const OF_TWO_HUNDRED = 60
/** Of a hundred completed ones. */
const PUBLISHED = 66

/** Vorhaben in every state, with what belongs to their plan, and how they went in class. */
export async function seedCityProjects(
  chance: Chance,
  plgs: CityPlg[],
  count: number,
  moments: Moments,
): Promise<void> {
  const plans = Array.from({ length: PLANS }, () => planOf(chance))
  const counts = countsOf(plgs, count)
  const rows = plgs.flatMap((plg, place) =>
    Array.from({ length: counts[place] ?? 0 }, (_, at) => aRow(chance, { plg, at }, moments)),
  )
  for (const batch of batches(rows)) await db().insertInto('projects').values(batch).execute()
  await givePlans(plans)
  await seedParts()
  await seedAuthors()
  await seedTrials(moments)
}

function countsOf(plgs: CityPlg[], count: number): number[] {
  const large = Math.min(OF_TWO_HUNDRED, Math.round(count / 10))
  const weights = plgs.map(({ phase }, at) => (at === 1 ? 0 : (STANDING[phase]?.[0] ?? 1)))
  return shares(weights, count - large).map((share, at) => (at === 1 ? large : share))
}

function planOf(chance: Chance) {
  const content = checkContent(shortContent(chance))
  return { html: renderContent(content), words: wordsOf(content) }
}

function aRow(chance: Chance, { plg, at }: { plg: CityPlg; at: number }, { daysAgo }: Moments) {
  const { subject, matter } = matterOf(chance)
  const kind = chance.isLucky(0.15) ? 'innovation' : 'teaching_development'
  const status = STATUSES[STANDING[plg.phase]?.[1][at % 10] ?? ''] ?? 'draft'
  const began = 60 + chance.below(200)
  const changedAt = daysAgo(Math.floor(began * chance.next() * 0.5))
  const author = chance.pick(workersOf(plg)).id
  const isOut = status === 'completed' && chance.below(100) < PUBLISHED
  const dates = { startsOn: dayOf(daysAgo(began)), endsOn: dayOf(daysAgo(began - 45)) }
  return {
    ...{ id: chance.uuid(), plgId: plg.id, kind, status, createdBy: author },
    title: projectTitle(chance, matter, kind === 'innovation'),
    summary: projectSummary(chance, matter),
    subjects: chance.isLucky(0.2) ? [subject, matterOf(chance).subject] : [subject],
    gradeBands: chance.some(GRADES, 1 + chance.below(2)).sort(),
    competencies: chance.some(COMPETENCIES, chance.below(4)).sort(),
    dimension: chance.isLucky(0.8) ? 'teaching' : 'cooperation',
    ...(status === 'draft' ? { startsOn: null, endsOn: null } : dates),
    ...(isOut ? published(chance, author, changedAt) : NOT_PUBLISHED),
    createdAt: daysAgo(began + 20),
    ...{ changedAt, clientKey: chance.uuid() },
  }
}

const NOT_PUBLISHED = { visibility: 'plg', licence: null, publishedAt: null, publishedBy: null }
const published = (chance: Chance, publishedBy: string, publishedAt: Date) => ({
  visibility: chance.isLucky(0.6) ? 'public' : 'network',
  licence: chance.pick(['cc_by', 'cc_by_sa', 'cc0']),
  ...{ publishedAt, publishedBy },
})

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Each text once over the line, however many Vorhaben have it. */
async function givePlans(plans: { html: string; words: string }[]) {
  await sql`update projects set plan_html = plan.html, plan_words = plan.words
    from unnest(${plans.map(({ html }) => html)}::text[], ${plans.map(({ words }) => words)}::text[])
      with ordinality as plan (html, words, place)
    where plan.place = 1 + ${diceOf(sql`projects.id::text`, 41, plans.length)}`.execute(db())
}

/** Software, equipment and the classes that take part. */
async function seedParts() {
  const names = ['GeoSkizze', 'Lesespur', 'Klangbuch', 'Wortwerk', 'Messlabor', 'Tafelzwilling']
  const states = ['released', 'released', 'pilot_release', 'no_personal_data']
  const things = ['iPad-Koffer', 'Aufnahmegeräte', 'Kopfhörer', 'Dokumentenkamera']
  const row = sql`projects.id::text || at::text`
  await sql`insert into project_software (project_id, position, name, purpose, status)
    select projects.id, at, ${oneOf(names, row, 42)}, 'Üben und festhalten',
      ${oneOf(states, row, 43)}
    from projects, generate_series(0, 2) at where ${diceOf(row, 44, 2)} = 0`.execute(db())
  await sql`insert into project_equipment (project_id, position, name, note)
    select projects.id, at, ${oneOf(things, row, 45)}, 'ein Gerät zu zweit'
    from projects, generate_series(0, 1) at where ${diceOf(row, 46, 2)} = 0`.execute(db())
  await sql`insert into project_classes (project_id, position, school_id, grade_band, subject, pupils)
    select projects.id, seat.place - 1, seat.school_id, grade_bands[1], subjects[1],
      18 + ${diceOf(sql`projects.id::text || seat.place::text`, 47, 13)}
    from projects cross join lateral (select school_id, row_number() over (order by school_id) as place
      from plg_seats where plg_seats.plg_id = projects.plg_id order by school_id limit 3) as seat
    where projects.status <> 'draft'`.execute(db())
}

/** Who made it, and half of the time a second one of the group; half of those who were asked show their name. */
async function seedAuthors() {
  const said = ['named', 'named', 'anonymous', 'pending']
  await sql`insert into project_authors (project_id, person_id, name_use, decided_at)
    select project_id, person_id, name_use, case when name_use <> 'pending' then published_at end
    from (select projects.id as project_id, person.id as person_id, published_at,
        case when published_at is null then 'pending'
          else ${oneOf(said, sql`projects.id::text || person.id::text`, 48)} end as name_use
      from projects cross join lateral (select projects.created_by as id
        union (select m.person_id from plg_members m where m.plg_id = projects.plg_id
          and m.state = 'active' and m.role in ('lead', 'member') and ${diceOf(sql`projects.id::text`, 49, 2)} = 0
          order by m.id limit 1)) as person) as author`.execute(db())
}

/** Each that ran did so one to four times, by people of the PLG for their school. */
async function seedTrials({ daysAgo }: Moments) {
  const row = sql`projects.id::text || at::text`
  await sql`insert into trial_runs (project_id, school_id, teacher_id, held_on, grade_band, subject, lessons,
      what, pupils_reaction, problem, created_at, changed_at, client_key)
    select projects.id, teacher.school_id, teacher.person_id, held_on, grade_bands[1], subjects[1],
      1 + ${diceOf(row, 50, 4)}, ${oneOf(TRIALS.what, row, 51)}, ${oneOf(TRIALS.reaction, row, 52)},
      ${oneOf(TRIALS.problem, row, 53)}, held_on + interval '15 hours', held_on + interval '15 hours',
      gen_random_uuid()
    from projects cross join generate_series(1, 4) at
    cross join lateral (select least(starts_on + at * 6, ${daysAgo(1)}::date) as held_on) as held
    cross join lateral (select person_id, school_id from plg_members m where m.plg_id = projects.plg_id
      and m.state = 'active' and m.school_id is not null and m.role in ('lead', 'member')
      order by m.id offset ${diceOf(row, 54, 3)} limit 1) as teacher
    where projects.status in ('running', 'completed') and at <= 1 + ${diceOf(sql`projects.id::text`, 55, 4)}`.execute(
    db(),
  )
}
