import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { REMINDERS } from '../contract.ts'

/**
 * Notes the end of all releases whose last day is over, with a line in their history, in one statement. What is
 * suspended stays as it is: it is refused, and that does not pass with time.
 *
 * @returns what ended, with its product
 */
export async function endOverdue(at: Date, today: string) {
  const { rows } = await sql<{
    releaseId: string
    productId: string
    isPilot: boolean
  }>`with ended as (
      update releases set ended_at = ${at}::timestamptz, ended_as = 'expired'
      where ended_at is null and suspended_at is null and valid_until < ${today}::date
      returning id, scenario_id, kind
    ), noted as (
      insert into release_events (release_id, at, event) select id, ${at}::timestamptz, 'expired' from ended
    )
    select e.id as "releaseId", s.product_id as "productId", e.kind = 'pilot' as "isPilot"
    from ended e join software_scenarios s on s.id = e.scenario_id`.execute(db())
  return rows
}

/**
 * Notes the reminders that are due now, each once, in one statement: of those whose day has come only the nearest to
 * the end, and none that lies before the release was made.
 */
export async function noteReminders(at: Date, today: string) {
  const { rows } = await sql<{
    releaseId: string
    productId: string
    days: number
    until: string
    isPilot: boolean
  }>`with due as (
      select r.id, min(d.days) as days
      from releases r join unnest(${[...REMINDERS]}::int[]) as d (days)
        on r.valid_until - ${today}::date <= d.days and r.valid_until - r.valid_from > d.days
      where r.ended_at is null and r.suspended_at is null and r.valid_until >= ${today}::date
        and r.valid_until <= ${today}::date + ${Math.max(...REMINDERS)}::int
      group by r.id
    ), noted as (
      insert into release_events (release_id, at, event, days)
      select id, ${at}::timestamptz, 'reminded', days from due
      where not exists (select from release_events e where e.release_id = due.id and e.event = 'reminded' and e.days = due.days)
      on conflict do nothing returning release_id, days
    )
    select n.release_id as "releaseId", s.product_id as "productId", n.days,
      r.valid_until::text as until, r.kind = 'pilot' as "isPilot"
    from noted n join releases r on r.id = n.release_id join software_scenarios s on s.id = r.scenario_id`.execute(
    db(),
  )
  return rows
}
