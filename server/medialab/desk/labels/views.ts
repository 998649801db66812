import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { settings } from '#server/platform/env.ts'
import { Refusal } from '#server/platform/errors.ts'
import { qrPath } from '#server/platform/qr.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { pdfIsPossible, toPdf } from '#server/rich-text/pdf.ts'
import { paths } from '../../paths.ts'
import { may } from '../policy.ts'
import { findLab } from '../sql.ts'
import { sheetHtml } from './rules.ts'
import * as sql from './sql.ts'

/** As many as a printer wants at a time. */
const MOST = 300
const MOST_OFFERS = 50

/** What can be printed, and the stickers of the offers that were chosen. */
export async function labelsFor(actor: Actor, slugs: string[]) {
  authorize(may.stand, actor, {})
  const chosen = slugs.slice(0, MOST_OFFERS)
  const [offers, labels] = await Promise.all([
    sql.listOffers(),
    chosen.length > 0 ? sql.listLabels(chosen, MOST) : [],
  ])
  const { origin } = settings()
  return {
    ...{ offers, chosen, hasPdf: pdfIsPossible(), isCut: labels.length === MOST },
    labels: labels.map((one) => ({ ...one, qr: qrPath(`${origin}${paths.sticker(one.code)}`) })),
  }
}

/** The same as sheets of A4. @throws Refusal where no browser is set up that could print it, or nothing is chosen */
export async function labelSheets(actor: Actor, slugs: string[]): Promise<Uint8Array> {
  const { labels } = await labelsFor(actor, slugs)
  if (labels.length === 0) throw new Refusal('Bitte wählen Sie, wovon Sie Etiketten brauchen.')
  await spend('exchanges', actor.id)
  const lab = await findLab()
  const pdf = await toPdf(sheetHtml(labels, [lab?.name, lab?.phone].filter(Boolean).join(', ')))
  if (!pdf)
    throw new Refusal(
      'Hier ist kein Programm für PDF-Dateien eingerichtet. Drucken Sie die Seite in Ihrem Browser.',
    )
  return pdf
}
