import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import * as sql from './sql.ts'

/** Software of a Vorhaben that is linked to the directory, and the schools that would use it with their forms. */
export type Intended = {
  productId: string
  projectId: string
  schoolForms: string[]
  schoolIds: string[]
}

/**
 * Those of which is not known today that they may be used: neither released for all of these schools, nor on trial in
 * this very Vorhaben.
 */
export async function unknownAmong<Linked extends Intended>(all: Linked[]): Promise<Linked[]> {
  if (all.length === 0) return []
  const products = [...new Set(all.map(({ productId }) => productId))]
  const standing = await sql.listStanding(products, localDayOf(now()))
  return all.filter(
    (one) =>
      !standing.some(
        (release) =>
          release.productId === one.productId &&
          isForAll(one.schoolIds, release.schoolIds ?? []) &&
          (release.name === 'pilot'
            ? release.projectId === one.projectId
            : isForAll(one.schoolForms, release.schoolForms)),
      ),
  )
}

/** What names nobody holds for all. */
const isForAll = (these: string[], named: string[]) =>
  named.length === 0 || these.every((one) => named.includes(one))
