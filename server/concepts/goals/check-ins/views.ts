import { paged } from '#server/platform/paging.ts'
import { CHECK_INS_PER_PAGE } from '../contract.ts'
import * as sql from './sql.ts'

/** What was said of a goal, the newest first. The caller has authorised the reading of the goal. */
export async function checkInsOf(goalId: string, page: number) {
  const [rows, total] = await Promise.all([
    sql.listCheckIns(goalId, CHECK_INS_PER_PAGE, (page - 1) * CHECK_INS_PER_PAGE),
    sql.countCheckIns(goalId),
  ])
  const shown = rows.map(({ firstName, lastName, ...row }) => ({
    ...row,
    by: firstName && lastName ? `${firstName} ${lastName}` : null,
  }))
  return paged(shown, total, page, CHECK_INS_PER_PAGE)
}
