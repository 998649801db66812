import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import * as sql from './sql.ts'

/** Software of a Vorhaben that is linked to the directory, and the forms of the schools that would use it. */
export type Intended = { productId: string; projectId: string; schoolForms: string[] }

/**
 * Those of which is not known today that they may be used: neither released for all of these forms of school, nor on
 * trial in this very Vorhaben.
 */
export async function unknownAmong<Linked extends Intended>(all: Linked[]): Promise<Linked[]> {
  if (all.length === 0) return []
  const products = [...new Set(all.map(({ productId }) => productId))]
  const standing = await sql.listStanding(products, localDayOf(now()))
  return all.filter(
    (one) =>
      !standing.some(
        ({ productId, name, schoolForms, projectId }) =>
          productId === one.productId &&
          (name === 'pilot'
            ? projectId === one.projectId
            : schoolForms.length === 0 ||
              one.schoolForms.every((form) => schoolForms.includes(form))),
      ),
  )
}
