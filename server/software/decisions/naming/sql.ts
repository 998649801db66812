import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Meant } from './rules.ts'

/** Schools in operation that these lines may mean. */
export async function findSchoolsLike(lines: string[]): Promise<Meant[]> {
  const { rows } = await sql<Meant>`select n.line, s.id,
      s.school_number = n.line or search_key(s.name) = search_key(n.line)
        or search_key(s.official_name) = search_key(n.line) as "isExact"
    from unnest(${lines}::text[]) as n (line) join schools s on s.operation in ('open', 'closing')
      and (s.school_number = n.line or strpos(search_key(s.name), search_key(n.line)) > 0
        or search_key(s.official_name) = search_key(n.line))`.execute(db())
  return rows
}

/** A Vorhaben in which something can be tried now. What groups that nothing leaves do is none. */
export function findRunningProject(number: number) {
  return db()
    .selectFrom('projects as p')
    .innerJoin('plgs as g', 'g.id', 'p.plgId')
    .where('p.number', '=', number)
    .where('p.deletedAt', 'is', null)
    .where('p.status', 'in', ['planned', 'running'])
    .where('g.kind', 'not in', ['supervision', 'principals_circle'])
    .select('p.id')
    .executeTakeFirst()
}
