import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { settings } from '#server/platform/env.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { pageHtml } from '#server/rich-text/page-html.ts'
import { pdfIsPossible, toPdf } from '#server/rich-text/pdf.ts'
import { fillMentions, renderContent } from '#server/rich-text/render.ts'
import { type CaseEvent, OVER } from '../../cases/contract.ts'
import { nextState } from '../../cases/rules.ts'
import { consequencesOf } from '../../decisions/views.ts'
import { listBlocks } from '../blocks/sql.ts'
import { comparedFacts } from '../changes/rules.ts'
import { seenOf } from '../checks/rules.ts'
import { listPoints } from '../checks/sql.ts'
import { may } from '../policy.ts'
import { listQuestions } from '../questions/sql.ts'
import { listDocuments, listSeals, listUses } from '../sql.ts'
import { type CaseRow, changesFor, seenCase } from '../views.ts'
import { opinionText } from '../paper/rules.ts'
import { conditionsOf, defaultUntil, draftIn, emptyDraft } from './rules.ts'
import * as sql from './sql.ts'

/** A case on the desk: what changed, the check points, the decision. */
export async function reviewFor(actor: Actor, number: number) {
  const row = await seenCase(actor, number)
  const { id, productId } = row
  const [uses, points, changes, seals, documents, questions, blocks, editor, opinions] =
    await Promise.all([
      listUses(id, productId),
      listPoints(id, row.catalogueVersion),
      changesFor(row),
      listSeals(productId),
      listDocuments(productId),
      listQuestions(id),
      listBlocks('used'),
      sql.findEditor(id),
      sql.listOpinions(id),
    ])
  const chosen = uses.filter(({ isChosen }) => isChosen)
  const today = localDayOf(now())
  return {
    ...{ case: headOf(row), uses: chosen, seals, documents, questions, blocks },
    changes: changes && comparedWith(changes, { uses: chosen, documents }),
    expiredOn: expiryIn(changes, today),
    ...{ editor: editor ?? null, opinions, now: now(), today, hasPdf: pdfIsPossible() },
    points: points.map((point) => ({ ...point, seen: seenOf(point.answer, point.comment) })),
    draft: draftIn(row.draft) ?? emptyDraft(untilFor(row, chosen, today)),
    can: abilitiesOf(actor, row),
    consequences: await consequencesOf(productId),
  }
}

type Changes = NonNullable<Awaited<ReturnType<typeof changesFor>>>

const comparedWith = (changes: Changes, today: Parameters<typeof comparedFacts>[1]) => ({
  previous: changes.previous,
  facts: comparedFacts(changes, today),
})

/** The last day of what was released, where that is over. */
function expiryIn(changes: Changes | null, today: string): string | null {
  const until = changes?.previous.releasedUntil ?? null
  return until !== null && until < today ? until : null
}

function headOf(row: CaseRow) {
  const { id, number, slug, app, website, state, reason, priority, outcome, outcomeNote } = row
  const { purpose, neededBy, waitingUntil, school, requester, schools, log, version } = row
  return {
    ...{ id, number, slug, app, website, state, reason, priority, outcome, outcomeNote },
    ...{ purpose, neededBy, waitingUntil, school, requester, schools, log, version },
    internalNote: row.internalNote,
  }
}

const BEFORE_TRIAGE: readonly string[] = ['submitted', 'triage']
const AFTER_SIGNING: readonly string[] = ['opinion_given', 'release_pending']

function abilitiesOf(actor: Actor, row: CaseRow) {
  const isOpen = !OVER.includes(row.state)
  const works = isOpen && may.work(actor, row)
  const decides = isOpen && may.decide(actor, row)
  const step = (event: CaseEvent, isHis: boolean) =>
    isHis && nextState(event, row.state) !== undefined
  return {
    answer: works && !AFTER_SIGNING.includes(row.state),
    ask: step('ask_vendor', works),
    resume: step('answer', works),
    sendBack: step('send_back', works),
    withdraw: step('withdraw', works && !BEFORE_TRIAGE.includes(row.state)),
    decide: step('sign', decides) || step('draft_opinion', decides),
    sign: step('sign', decides),
  }
}

/** The shortest of what the uses of the case suggest. */
function untilFor(
  row: CaseRow,
  uses: { hasAi: boolean; hostingCountry: string }[],
  today: string,
): string {
  const isFast = row.log.some(({ event }) => event === 'fast_lane')
  const days = uses.map((use) => defaultUntil(today, { ...use, isFast, costModel: row.costModel }))
  return (
    days.toSorted()[0] ??
    defaultUntil(today, { hasAi: true, hostingCountry: '', costModel: '', isFast })
  )
}

/** The decision once more, in the words that will stand there, with whom it reaches. */
export async function signingFor(actor: Actor, number: number) {
  const row = await seenCase(actor, number)
  authorize(may.decide, actor, row)
  const draft = draftIn(row.draft)
  if (!draft || row.state !== 'opinion_draft') return { case: headOf(row), decision: null }
  const [uses, blocks, consequences] = await Promise.all([
    listUses(row.id, row.productId),
    listBlocks({ ids: draft.blocks }),
    consequencesOf(row.productId),
  ])
  const verdicts = uses.flatMap(({ id, label, variant, isChosen }) => {
    const verdict = draft.verdicts.find(({ scenarioId }) => scenarioId === id)?.verdict
    return isChosen && verdict
      ? [{ id, label, variant, verdict, conditions: conditionsOf(draft, verdict, blocks) }]
      : []
  })
  return { case: headOf(row), decision: { draft, verdicts, consequences } }
}

/** The signed opinions of a case on paper. @throws Refusal where no browser is set up that could print them */
export async function opinionPdf(actor: Actor, number: number): Promise<Uint8Array> {
  const row = await seenCase(actor, number)
  const opinions = await sql.listOpinions(row.id)
  const [first] = opinions
  existing(first)
  await spend('exchanges', actor.id)
  const content = checkContent(opinionText({ purpose: row.purpose, opinions }))
  const page = await pageHtml(fillMentions(renderContent(content), new Map()), {
    title: `Stellungnahme zu „${row.app}“`,
    about: `Prüfung Nr. ${number} · ${localDayOf(first?.givenAt ?? now())
      .split('-')
      .reverse()
      .join('.')}`,
    origin: settings().origin,
    picture: () => Promise.resolve(null),
  })
  const pdf = await toPdf(page)
  if (!pdf)
    throw new Refusal(
      'Hier ist kein Programm für PDF-Dateien eingerichtet. Drucken Sie die Seite in Ihrem Browser als PDF.',
    )
  return pdf
}
