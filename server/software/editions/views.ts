import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { csv } from '#server/platform/csv-file.ts'
import { settings } from '#server/platform/env.ts'
import { Refusal } from '#server/platform/errors.ts'
import { paged } from '#server/platform/paging.ts'
import { BadContent, checkContent } from '#server/rich-text/check.ts'
import { pageHtml } from '#server/rich-text/page-html.ts'
import { pdfIsPossible, toPdf } from '#server/rich-text/pdf.ts'
import { fillMentions, renderContent } from '#server/rich-text/render.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { formatDay } from '../rules.ts'
import { accountNames, deviceNames } from '../words.ts'
import { type EditionFormat, PAGE_SIZE } from './contract.ts'
import { editionFrom, type EditionEntry, editionShape } from './inputs.ts'
import { conditionsOf, editionText, statusWords } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** All editions, the newest first. */
export async function editionsFor(actor: Actor | null, page: number) {
  const [rows, total] = await Promise.all([
    sql.listEditions(PAGE_SIZE, (page - 1) * PAGE_SIZE),
    sql.countEditions(),
  ])
  return {
    ...paged(rows, total, page, PAGE_SIZE),
    clientKey: randomUUID(),
    can: { publish: actor !== null && may.publishEdition(actor, {}) },
  }
}

/** One edition as it was made. */
export async function editionFor(number: number) {
  const { content, ...edition } = existing(await sql.findEdition(number))
  const { entries } = editionFrom(JSON.parse(content))
  return { edition, entries, hasPdf: pdfIsPossible() }
}

/** The same as a file. JSON is the very bytes that the fingerprint is of. */
export async function editionFile(number: number, format: EditionFormat) {
  const row = existing(await sql.findEdition(number))
  const name = `positivliste-${row.dated}-${row.number}.${format}`
  if (format === 'json') return { name, type: 'application/json', body: row.content }
  const { entries } = editionFrom(JSON.parse(row.content))
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', body: asCsv(entries) }
  return { name, type: 'application/pdf', body: await asPdf(row, entries) }
}

function asCsv(entries: EditionEntry[]): string {
  return csv([
    [
      ...['App', 'Anbieter', 'Ausgabe', 'Nutzung', 'Geräte', 'Konten', 'Status', 'Auflagen'],
      ...['Schulformen', 'Jahrgänge', 'gültig ab', 'gültig bis', 'Freigabe', 'Kennung'],
    ],
    ...entries.map((one) => [
      ...[one.product.name, one.product.vendor ?? '', one.variant, one.use],
      ...[deviceNames[one.device], accountNames[one.account], statusWords(one)],
      ...[conditionsOf(one).join('; '), one.schoolForms.join(', ')],
      `${one.gradeMin ?? 1} bis ${one.gradeMax ?? 13}`,
      ...[formatDay(one.validFrom), formatDay(one.validUntil), one.release, one.id],
    ]),
  ])
}

type Row = NonNullable<Awaited<ReturnType<typeof sql.findEdition>>>

async function asPdf(row: Row, entries: EditionEntry[]): Promise<Uint8Array> {
  const address = `${settings().origin}${paths.edition(row.number)}`
  const foot = `${address}, Prüfsumme SHA-256 ${row.sha256}`
  const content = checked(editionText(entries, foot))
  const html = fillMentions(renderContent(content), new Map())
  const page = await pageHtml(html, {
    title: `Positivliste vom ${formatDay(row.dated)}`,
    about: `Ausgabe ${row.number} · ${entries.length} freigegebene Nutzungen`,
    origin: settings().origin,
    picture: () => Promise.resolve(null),
  })
  const pdf = await toPdf(page)
  if (!pdf) throw new Refusal(words.noPdf)
  return pdf
}

function checked(content: ReturnType<typeof editionText>) {
  try {
    return checkContent(content)
  } catch (error) {
    if (error instanceof BadContent) throw new Refusal(words.tooLong)
    throw error
  }
}

/** How an edition is written as JSON, for those who read it with programs. */
export function editionSchema() {
  return {
    $id: `${settings().origin}${paths.editionSchema()}`,
    ...editionShape(),
  }
}
