import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ProjectEvaluations } from '#db/types.ts'
import type { EvidenceKind } from './contract.ts'

type Evidence = { kind: EvidenceKind; text: string }

export function findEvaluation(projectId: string) {
  return db()
    .selectFrom('projectEvaluations as e')
    .where('e.projectId', '=', projectId)
    .select([
      'e.whoLearned',
      'e.whoDidNot',
      'e.forThoseWhoCould',
      'e.costBenefit',
      'e.equipmentInsight',
      'e.softwareInsight',
      'e.version',
    ])
    .select(
      sql<Evidence[]>`coalesce((select json_agg(json_build_object('kind', v.kind, 'text', v.text)
        order by v.position) from evaluation_evidence v where v.project_id = e.project_id), '[]')`.as(
        'evidence',
      ),
    )
    .executeTakeFirst()
}

/** The caller holds the row of the Vorhaben. */
export async function putEvaluation(
  row: Insertable<ProjectEvaluations>,
  evidence: Evidence[],
): Promise<void> {
  const { projectId, ...set } = row
  await db()
    .insertInto('projectEvaluations')
    .values(row)
    .onConflict((conflict) => conflict.column('projectId').doUpdateSet(set))
    .execute()
  await db().deleteFrom('evaluationEvidence').where('projectId', '=', projectId).execute()
  if (evidence.length > 0)
    await db()
      .insertInto('evaluationEvidence')
      .values(evidence.map((one, position) => ({ ...one, projectId, position })))
      .execute()
}
