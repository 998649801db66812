import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { paged } from '#server/platform/paging.ts'
import { cleanText } from '#server/platform/text.ts'
import { may as mayDo } from '../../policy.ts'
import { may } from '../policy.ts'
import { stateOf, stepsFrom } from '../rules.ts'
import { findMode } from '../sql.ts'
import * as sql from './sql.ts'

const PAGE = 25
const MOST_PENDING = 30
const MOST_OBJECTED = 20

/** The page of the release managers; officers for data protection see what stands, to stop it. */
export async function releaseDeskFor(actor: Actor, asked: { q: string; page: number }) {
  authorize(mayDo.suspend, actor, {})
  const can = { release: mayDo.release(actor, {}), configure: mayDo.configure(actor, {}) }
  const q = cleanText(asked.q).trim().slice(0, 100)
  const [pending, proposals, objected, rows, total, mode] = await Promise.all([
    can.release ? sql.listPending(MOST_PENDING) : [],
    can.release ? sql.listProposals(MOST_PENDING) : [],
    can.release ? sql.listObjected(MOST_OBJECTED) : [],
    sql.listReleases(q, PAGE, (asked.page - 1) * PAGE),
    sql.countReleases(q),
    findMode(),
  ])
  return {
    ...{ q, can, mode, pending },
    proposals: proposals.map(({ proposedBy, requestedBy, ...one }) => ({
      ...one,
      can: {
        confirm: may.confirm(actor, { proposedBy, requestedBy }),
        takeBack: may.takeBack(actor, { proposedBy, requestedBy }),
      },
    })),
    objected: objected
      .filter((one) => may.deviate(actor, one))
      .map(({ name, slug, opinion }) => ({ name, slug, opinion })),
    releases: paged(
      rows.map((row) => ({ ...row, steps: stepsFrom(stateOf(row)) })),
      total,
      asked.page,
      PAGE,
    ),
  }
}

export type ReleaseDesk = Awaited<ReturnType<typeof releaseDeskFor>>
