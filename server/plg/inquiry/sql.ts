import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgInquiries } from '#db/types.ts'
import type { Phase } from '../contract.ts'
import type { MemberOf } from '../policy.ts'
import type { Dimension } from './contract.ts'

export function findPlgState({ plgId }: Pick<MemberOf, 'plgId'>) {
  return db()
    .selectFrom('plgs')
    .where('id', '=', plgId)
    .select(['cycle', 'question', sql<Phase>`phase`.as('phase')])
    .executeTakeFirst()
}

function inquiries({ plgId }: Pick<MemberOf, 'plgId'>) {
  return db()
    .selectFrom('plgInquiries')
    .leftJoin('persons', 'persons.id', 'plgInquiries.changedBy')
    .where('plgInquiries.plgId', '=', plgId)
    .selectAll('plgInquiries')
    .select([
      'persons.firstName',
      'persons.lastName',
      sql<Dimension | null>`plg_inquiries.dimension`.as('dimension'),
    ])
}

/** The focus of every cycle, the newest first. */
export function listInquiries(at: Pick<MemberOf, 'plgId'>) {
  return inquiries(at).orderBy('plgInquiries.cycle', 'desc').execute()
}

export function findInquiry(at: Pick<MemberOf, 'plgId'>, cycle: number) {
  return inquiries(at).where('plgInquiries.cycle', '=', cycle).executeTakeFirst()
}

export async function saveInquiry(row: Insertable<PlgInquiries>): Promise<void> {
  const { plgId: _, cycle: __, ...changed } = row
  await db()
    .insertInto('plgInquiries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['plgId', 'cycle']).doUpdateSet(changed))
    .execute()
}

/** What the evaluations of a cycle's Vorhaben say to the third and fourth question. */
export function listAnswers({ plgId }: Pick<MemberOf, 'plgId'>, cycle: number) {
  return db()
    .selectFrom('projects')
    .innerJoin('projectEvaluations', 'projectEvaluations.projectId', 'projects.id')
    .where('projects.plgId', '=', plgId)
    .where('projects.cycle', '=', cycle)
    .where('projects.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('projectEvaluations.whoDidNot', '<>', ''),
        eb('projectEvaluations.forThoseWhoCould', '<>', ''),
      ]),
    )
    .select([
      'projects.id',
      'projects.title',
      'projectEvaluations.whoDidNot',
      'projectEvaluations.forThoseWhoCould',
    ])
    .orderBy('projects.title')
    .limit(50)
    .execute()
}
