import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgDecisions } from '#db/types.ts'
import type { Kind, Phase } from '../contract.ts'
import type { DecisionKind } from './contract.ts'

const plgSchools = sql`plg_seats s join schools on schools.id = s.school_id
  where s.plg_id = plgs.id and s.consent <> 'refused' and exists (select 1 from plg_members m
    where m.plg_id = s.plg_id and m.school_id = s.school_id and m.state = 'active')`
const cycleProjects = sql`projects p where p.plg_id = plgs.id and p.cycle = plgs.cycle
  and p.deleted_at is null`

/** Software that a live Vorhaben names, or one that ended in this cycle. */
const softwareInUse = sql`project_software w join projects p on p.id = w.project_id
  where p.plg_id = plgs.id and p.deleted_at is null and (p.status in ('draft', 'planned', 'running')
    or p.status = 'completed' and p.cycle = plgs.cycle)`

/** What is linked to the directory is asked there; for the rest counts what its authors say. */
export type LinkedSoftware = { name: string; productId: string; projectId: string }

/**
 * Where a PLG stands, with all that its gates look at: consents, norms and dates for the first, software of live
 * Vorhaben for the second, reports and transfer sheets of this cycle for the third.
 */
function cycles() {
  return db()
    .selectFrom('plgs')
    .select([
      'plgs.id',
      'plgs.cycle',
      'plgs.isPaused',
      'plgs.phaseUntil',
      sql<Kind>`plgs.kind`.as('kind'),
      sql<Phase>`plgs.phase`.as('phase'),
      sql<number>`(select count(*) from ${plgSchools} and s.consent = 'granted')`.as(
        'agreedSchools',
      ),
      sql<number>`(select count(*) from plg_norms n where n.plg_id = plgs.id
        and n.state = 'active')`.as('norms'),
      sql<number>`(select count(*) from plg_sessions t where t.plg_id = plgs.id
        and t.cycle = plgs.cycle and t.state <> 'cancelled')`.as('sessions'),
      sql<string[]>`array(select distinct w.name from ${softwareInUse}
        and w.product_id is null and w.status = 'unknown' order by w.name)`.as('unknownSoftware'),
      sql<LinkedSoftware[]>`coalesce((select json_agg(json_build_object('name', w.name,
        'productId', w.product_id, 'projectId', p.id) order by w.name)
        from ${softwareInUse} and w.product_id is not null), '[]')`.as('linkedSoftware'),
      sql<string[]>`array(select distinct schools.school_form from ${plgSchools})`.as(
        'schoolForms',
      ),
      sql<string[]>`array(select distinct schools.id from ${plgSchools})`.as('schoolIds'),
      sql<number>`(select count(*) from ${cycleProjects}
        and exists (select 1 from closing_reports r where r.project_id = p.id))`.as('reports'),
      sql<string[]>`array(select p.title from ${cycleProjects}
        and p.status in ('running', 'completed')
        and not exists (select 1 from closing_reports r where r.project_id = p.id)
        order by p.title)`.as('unreported'),
      sql<string[]>`array(select schools.name from ${plgSchools} and not exists (
        select 1 from transfer_sheets x where x.plg_id = plgs.id and x.cycle = plgs.cycle
          and x.school_id = s.school_id and (x.state = 'not_adopted' or x.take <> ''))
        order by schools.name)`.as('withoutSheet'),
      // Once past the first gate in this cycle, also when it has gone back since.
      sql<boolean>`exists (select 1 from plg_decisions d where d.plg_id = plgs.id
        and d.cycle = plgs.cycle and d.kind = 'phase'
        and (d.from_phase not in ('idea', 'forming') or d.to_phase not in ('idea', 'forming')))`.as(
        'hasBegun',
      ),
    ])
}

/** Those of several PLGs, in one query. */
export function listCycles(plgIds: string[]) {
  return cycles()
    .where('plgs.id', '=', sql<string>`any(${plgIds}::uuid[])`)
    .execute()
}

export async function insertDecision(row: Insertable<PlgDecisions>): Promise<string> {
  const { id } = await db()
    .insertInto('plgDecisions')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Decisions with who wrote them down, the newest first. */
function decisions(plgId: string) {
  return db()
    .selectFrom('plgDecisions')
    .leftJoin('persons', 'persons.id', 'plgDecisions.decidedBy')
    .where('plgDecisions.plgId', '=', plgId)
    .select([
      'plgDecisions.id',
      'plgDecisions.cycle',
      'plgDecisions.text',
      'plgDecisions.at',
      'plgDecisions.decidedBy',
      'persons.firstName',
      'persons.lastName',
      sql<DecisionKind>`plg_decisions.kind`.as('kind'),
      sql<Phase | null>`plg_decisions.from_phase`.as('from'),
      sql<Phase | null>`plg_decisions.to_phase`.as('to'),
    ])
    .orderBy('plgDecisions.at', 'desc')
    .orderBy('plgDecisions.number', 'desc')
}
export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number]

export function listDecisions(plgId: string, limit: number, offset = 0) {
  return decisions(plgId).limit(limit).offset(offset).execute()
}

export async function countDecisions(plgId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('plgDecisions')
    .where('plgId', '=', plgId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** What was last decided about the way of the PLG. */
export function findLastStep(plgId: string) {
  return decisions(plgId)
    .where('plgDecisions.kind', 'in', ['phase', 'pause', 'resume', 'next_cycle', 'closed'])
    .limit(1)
    .executeTakeFirst()
}

/** A decision as its sentence needs it; undefined when it is gone. */
export function findDecision(id: string) {
  return db()
    .selectFrom('plgDecisions')
    .where('id', '=', id)
    .select([
      'cycle',
      sql<DecisionKind>`kind`.as('kind'),
      sql<Phase | null>`from_phase`.as('from'),
      sql<Phase | null>`to_phase`.as('to'),
    ])
    .executeTakeFirst()
}
