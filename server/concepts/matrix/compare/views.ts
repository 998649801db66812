import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { readableReach } from '../../policy.ts'
import type { Rows } from '../contract.ts'
import { gapSentence, matrixOf, matrixSearch } from '../rules.ts'
import { listVersionMarks } from '../sql.ts'
import { schoolYearNow } from '../views.ts'
import { comparedCsv, differencesOf, slugsFrom } from './rules.ts'
import { listCompared } from './sql.ts'

/** The published matrices of chosen schools beside each other; nothing is added up or ranked. */
export async function compareFor(actor: Actor | null, asked: URLSearchParams) {
  const search = matrixSearch(asked)
  const { offered, tables } = await tablesFor(actor, asked, search.rows)
  const [first, second] = tables
  const isTwo = tables.length === 2
  const wantsDifferences = asked.get('sicht') === 'unterschiede'
  return {
    search,
    offered: offered.map(({ slug, name }) => ({ slug, name })),
    chosen: tables.map(({ slug }) => slug),
    // Without a word about which: that a school has something unpublished is nobody's business.
    isShort: slugsFrom(asked).length > tables.length,
    tables: tables.map(({ matrix, form, ...table }) => ({
      ...table,
      matrix,
      gaps: gapSentence(matrix.gaps, form),
    })),
    isTwo,
    differences:
      isTwo && first && second && wantsDifferences
        ? differencesOf(first.matrix, second.matrix)
        : null,
  }
}

export async function compareFile(actor: Actor | null, asked: URLSearchParams) {
  const { tables } = await tablesFor(actor, asked, 'competencies')
  existing(tables[0])
  return { name: 'mkr-vergleich.csv', text: comparedCsv(tables) }
}

async function tablesFor(actor: Actor | null, asked: URLSearchParams, rows: Rows) {
  const { span } = matrixSearch(asked)
  const offered = await listCompared(readableReach(actor))
  const chosen = slugsFrom(asked).flatMap(
    (slug) => offered.find((school) => school.slug === slug) ?? [],
  )
  const marks = await listVersionMarks(chosen.map(({ versionId }) => versionId))
  const made = (most?: number) =>
    chosen.map(({ slug, name, number, form, versionId }) => {
      const own = marks.filter((mark) => mark.versionId === versionId)
      const whose = { form: form as SchoolForm, levels: [] }
      const matrix = matrixOf(own, whose, { span, rows, schoolYear: schoolYearNow(), most })
      return { slug, name, number, form: whose.form, matrix }
    })
  const counts = made().flatMap(({ matrix }) =>
    matrix.rows.flatMap(({ figures }) => figures.map(({ count }) => count)),
  )
  return { offered, tables: made(Math.max(0, ...counts)) }
}
