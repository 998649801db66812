import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { settings } from '#server/platform/env.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { paths } from '../../paths.ts'
import { may as mayDo } from '../../policy.ts'
import { seenProduct, usesFor } from '../../products/views.ts'
import { may } from '../policy.ts'
import * as sql from './sql.ts'

const PAGE = 30

/** All that was decided about an app, with who, when and why; refusals for those who are signed in. */
export async function historyFor(actor: Actor | null, slug: string, page: number) {
  const product = await seenProduct(actor, slug)
  const seesRefusals = mayDo.seeRefusals(actor, {})
  const [rows, total, pilots, reports] = await Promise.all([
    sql.listHistory(product.id, seesRefusals, { limit: PAGE, offset: (page - 1) * PAGE }),
    sql.countHistory(product.id, seesRefusals),
    actor ? sql.listPilots(product.id, actor.id) : [],
    seesRefusals ? sql.listReports(product.id) : [],
  ])
  return {
    product: { slug: product.slug, name: product.name },
    ...paged(rows, total, page, PAGE),
    ...{ seesRefusals, reports },
    pilots: pilots.filter(
      ({ isInProject }) => actor !== null && may.reportPilot(actor, { isPilot: true, isInProject }),
    ),
  }
}

/** Pilots that are over and wait for the report of those who tried. */
export async function reportsWaitingFor(actor: Actor): Promise<Waiting[]> {
  const rows = await sql.listDueReports(actor.id, localDayOf(now()))
  return rows.map(({ slug, name }) => ({
    id: `pilot-report:${slug}`,
    text: `Die Erprobung von „${name}“ ist zu Ende. Wie war es?`,
    action: { label: 'Berichten', to: paths.history(slug) },
  }))
}

/** What holds of an app today, for other systems: what everybody may know, with ids that stay. */
export async function statusFor(slug: string) {
  const product = await seenProduct(null, slug)
  const { uses } = await usesFor(null, product.id)
  return {
    schema: 'lernen25-software-status/1',
    id: product.id,
    name: product.name,
    url: `${settings().origin}${paths.product(product.slug)}`,
    asOf: localDayOf(now()),
    uses: uses.map((use) => ({
      id: use.id,
      label: use.label,
      variant: use.variant,
      device: use.device,
      account: use.account,
      status: use.standing,
      validUntil: use.until,
      schoolForms: use.release?.scope.schoolForms ?? [],
      gradeMin: use.release?.scope.gradeMin ?? null,
      gradeMax: use.release?.scope.gradeMax ?? null,
      isForSomeSchools: use.release?.isForSome ?? false,
      conditions: use.release?.conditions ?? [],
      release: use.release ? use.release.number : null,
    })),
  }
}
