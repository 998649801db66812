import { existing } from '#server/platform/authorize.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { moveCase, openCase } from '../../cases/commands.ts'
import { lockCase, updateCase } from '../../cases/sql.ts'
import { findLastCase, listUseIds } from '../../proposing/sql.ts'
import { COMPLAINTS } from '../contract.ts'
import * as sql from './sql.ts'

/** So many at a time; the next minute does the rest. */
const AT_ONCE = 50

/** Begins what has to be reviewed again, by date, by a changed document, by complaints. */
export async function reviewAgain(at: Date): Promise<void> {
  for (const { productId, reason } of await sql.listDue(localDayOf(at), AT_ONCE))
    await transaction(async (publish) => {
      const previous = await findLastCase(productId)
      await openCase(publish, null, {
        ...{ productId, scenarioIds: await listUseIds(productId), reason },
        ...{ opening: 'reopen', state: 'triage', previousId: previous?.id ?? null },
      })
    })
  for (const id of await sql.listComplaints(COMPLAINTS))
    await transaction(async (publish) => {
      const row = existing(await lockCase({ id }))
      if (row.state !== 'submitted') return
      await updateCase(id, { priority: 'high' })
      await moveCase(publish, null, { caseId: id, event: 'take' })
    })
}
