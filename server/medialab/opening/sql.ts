import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { Closure, Hours } from './contract.ts'

/** The hours of the lab and its closures between two days, in one query. */
export async function findOpening(
  from: LocalDay,
  to: LocalDay,
): Promise<{ hours: Hours[]; closures: Closure[] }> {
  const { rows } = await sql<{ hours: Hours[]; closures: Closure[] }>`select
    coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'purpose', h.purpose,
      'from', to_char(h.from_time, 'HH24:MI'), 'to', to_char(h.to_time, 'HH24:MI'),
      'validFrom', h.valid_from, 'validUntil', h.valid_until))
      from lab_hours h join lab_sites s on s.id = h.site_id and s.is_lab
      where coalesce(h.valid_from, ${to}) <= ${to} and coalesce(h.valid_until, ${from}) >= ${from}), '[]') as hours,
    coalesce((select jsonb_agg(jsonb_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on,
      'reason', c.reason, 'effect', c.effect))
      from lab_closures c join lab_sites s on s.id = c.site_id and s.is_lab
      where c.ends_on >= ${from} and c.starts_on <= ${to}), '[]') as closures`.execute(db())
  return rows[0] ?? { hours: [], closures: [] }
}
