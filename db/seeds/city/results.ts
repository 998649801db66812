import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Moments } from '../moments.ts'
import { diceOf, oneOf } from './chance.ts'
import { asColumns, type CityPerson } from './people.ts'
import { REPORTS, SHEETS } from './practice-words.ts'

const RECOMMENDATIONS = ['adopt', 'adopt_with_conditions', 'adopt_with_conditions', 'try_again']
const TRIED_BY = 12
/** Of so many published ones one was taken over. */
const ADOPTED = 7

/** What came of the Vorhaben: evaluations and reports, who tries them, copies in other PLGs, sheets of the schools. */
export async function seedCityResults(people: CityPerson[], moments: Moments): Promise<void> {
  await seedEvaluations()
  await seedReports()
  await seedTries(people, moments)
  await seedCopies(moments)
  await seedSheets(moments)
}

async function seedEvaluations() {
  const kinds = ['pupil_work_anonymous', 'survey_aggregate', 'observation', 'teacher_log']
  await sql`insert into project_evaluations (project_id, who_learned, who_did_not, for_those_who_could,
      cost_benefit, changed_by, changed_at)
    select id, ${oneOf(REPORTS.result, sql`id::text`, 61)}, 'Wer oft gefehlt hat.', 'Eine offene Aufgabe für die Schnellen.',
      ${oneOf(REPORTS.effort, sql`id::text`, 62)}, created_by, changed_at
    from projects where status = 'completed'`.execute(db())
  await sql`insert into evaluation_evidence (project_id, position, kind, text)
    select id, at, ${oneOf(kinds, sql`id::text || at::text`, 63)}, ${oneOf(REPORTS.result, sql`id::text || at::text`, 64)}
    from projects, generate_series(0, 1) at where status = 'completed'`.execute(db())
}

/** Every one that ran to its end has a report, as the gate before the end of a cycle asks. */
async function seedReports() {
  await sql`insert into closing_reports (project_id, one_sentence, context, approach, result, surprise,
      would_change, recommendation, effort, saved_by, saved_at)
    select id, ${oneOf(REPORTS.sentence, sql`id::text`, 65)}, ${oneOf(REPORTS.context, sql`id::text`, 66)},
      ${oneOf(REPORTS.approach, sql`id::text`, 67)}, ${oneOf(REPORTS.result, sql`id::text`, 68)},
      ${oneOf(REPORTS.surprise, sql`id::text`, 69)}, ${oneOf(REPORTS.change, sql`id::text`, 70)},
      case when status = 'stopped' then 'do_not_adopt' else ${oneOf(RECOMMENDATIONS, sql`id::text`, 71)} end,
      ${oneOf(REPORTS.effort, sql`id::text`, 72)}, created_by, changed_at
    from projects where status in ('completed', 'stopped')`.execute(db())
}

/** Up to twelve teachers try a published one; every third shows the name. */
async function seedTries(people: CityPerson[], { daysAgo }: Moments) {
  const { ids, schools, count } = asColumns(people)
  await sql`insert into project_tries (project_id, person_id, school_id, shows_name, at)
    select distinct on (id, place) id, (${ids}::uuid[])[place], (${schools}::uuid[])[place], at % 3 = 0,
      greatest(published_at, ${daysAgo(3)}::timestamptz)
    from (select id, published_at, at, 1 + ${diceOf(sql`id::text || at::text`, 73, count)} as place
      from projects, generate_series(1, ${TRIED_BY}) at
      where visibility <> 'plg' and at <= ${diceOf(sql`id::text`, 74, TRIED_BY)}) as tried`.execute(
    db(),
  )
}

/** Drafts of other groups that began as a copy. */
async function seedCopies({ daysAgo }: Moments) {
  await sql`with originals as (select id, plg_id, title, row_number() over (order by id) as place
      from projects where visibility <> 'plg' and ${diceOf(sql`id::text`, 75, ADOPTED)} = 0),
    drafts as (select id, plg_id, row_number() over (order by id) as place
      from projects where status in ('draft', 'planned'))
    update projects set adopted_from = originals.id, title = originals.title, changed_at = ${daysAgo(2)}::timestamptz
    from originals join drafts using (place)
    where projects.id = drafts.id and drafts.plg_id <> originals.plg_id`.execute(db())
}

async function seedSheets({ daysAgo }: Moments) {
  const row = sql`plg_seats.plg_id::text || school_id::text`
  await sql`insert into transfer_sheets (plg_id, cycle, school_id, take, to_whom, how, state, reason, changed_at)
    select plg_id, 1, school_id, ${oneOf(SHEETS.take, row, 76)}, ${oneOf(SHEETS.whom, row, 77)},
      ${oneOf(SHEETS.how, row, 78)}, state, case when state = 'not_adopted' then ${SHEETS.reason} else '' end,
      ${daysAgo(20)}::timestamptz
    from plg_seats join plgs on plgs.id = plg_seats.plg_id
    cross join lateral (select ${oneOf(['open', 'done', 'done', 'not_adopted'], row, 79)} as state) as said
    where consent = 'granted' and phase in ('transfer', 'closed')`.execute(db())
}
