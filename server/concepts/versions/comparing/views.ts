import type { Actor } from '#server/auth/actor.ts'
import { cardsFor } from '#server/documents/text/views.ts'
import { NotFound } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'
import { compareContents, type Comparison } from '#server/rich-text/compare.ts'
import type { ComparisonLayout, Counts, Section } from '#server/rich-text/comparison/contract.ts'
import { renderComparison } from '#server/rich-text/comparison/render.ts'
import { emptyContent } from '#server/rich-text/contract.ts'
import { fillMentions, type MentionCard, type StoredHtml } from '#server/rich-text/render.ts'
import { mentionsIn } from '#server/rich-text/text.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import type { Mark } from '../../contract.ts'
import { listVersionMarks } from '../../matrix/sql.ts'
import { tableOf } from '../../matrix/views.ts'
import { paths } from '../../paths.ts'
import { readsVersion } from '../../policy.ts'
import { DRAFT, type StateMark } from '../contract.ts'
import { draftOf } from '../draft/views.ts'
import { listGoals, listTexts } from '../reading/sql.ts'
import { withPictures } from '../rules.ts'
import * as versions from '../sql.ts'
import { type Door, doorOf, versionAt, versionFacts } from '../views.ts'
import type { ComparedChapter } from './contract.ts'
import { goalsBetween, NO_CHANGES, type Pair, pairsOf, totalOf } from './rules.ts'
import { goalStatusName } from './words.ts'

type Asked = { from: StateMark; to: StateMark; layout: ComparisonLayout; chapter: string | null }
type By = { actor: Actor | null; network: string }

/**
 * Two versions of a concept, or one and the draft, with one chapter of them in full. What this reader may not read of
 * either is not there.
 */
export async function compareFor({ actor, network }: By, slug: string, asked: Asked) {
  // Comparing takes more of the server than reading does.
  await spend('search', actor?.id ?? network)
  const { from, to, layout } = asked
  const door = await doorOf(actor, slug, (school) => paths.compare(school, from, to))
  const [before, after] = await Promise.all([stateOf(actor, door, from), stateOf(actor, door, to)])
  const compared = pairsOf(before.sections, after.sections).map(changeOf)
  const chapters = compared.map(({ chapter }) => chapter)
  const isOpen = ({ chapter }: Compared) => chapter.key === asked.chapter
  const hasChanged = ({ chapter }: Compared) => chapter.change !== 'same'
  const open = compared.find(isOpen) ?? compared.find(hasChanged) ?? compared[0]
  return {
    school: door.school,
    title: door.concept.title,
    ...{ from, to, layout, chapters, isInside: door.isInside },
    counts: totalOf(chapters),
    open: open ? await openFor(actor, open, layout) : null,
    goals: goalsBetween(before.goals, after.goals, goalStatusName),
    matrix: { before: figuresOf(before), after: figuresOf(after) },
    others: await othersFor(actor, door),
  }
}

type Text = {
  id: string | null
  position: number
  chapterId: string | null
  kind: string
  title: string
  content: CheckedContent
}
type State = {
  sections: Text[]
  goals: Awaited<ReturnType<typeof listGoals>>
  /** null where this reader does not read the matrix. */
  marks: Mark[] | null
  form: SchoolForm
}

/** What this reader reads of a version, or of the draft, which is the school's alone. */
async function stateOf(actor: Actor | null, door: Door, mark: StateMark): Promise<State> {
  if (mark === DRAFT) {
    if (!door.isInside) throw new NotFound()
    const { sections, goals, marks } = await draftOf(door.concept.id)
    return {
      sections: sections.map((one, position) => ({ ...one, id: null, position })),
      goals: goals.map(({ id, ...goal }, position) => ({ ...goal, goalId: id, position })),
      ...{ marks, form: door.school.form },
    }
  }
  const { version, reach } = await versionAt(actor, door, mark)
  const readsMatrix = reach.includes(version.matrixVisibility ?? 'public')
  const [texts, goals, marks] = await Promise.all([
    listTexts(version.id, reach),
    listGoals(version.id, reach),
    readsMatrix ? listVersionMarks([version.id]) : null,
  ])
  // It was checked when it was frozen, and nothing changes it since.
  const sections = texts.map((one) => ({ ...one, content: one.content as CheckedContent }))
  return { sections, goals, marks, form: version.schoolForm as SchoolForm }
}

type Compared = { chapter: ComparedChapter; pair: Pair<Text>; compare: () => Comparison }

const EMPTY = emptyContent() as CheckedContent

function changeOf(pair: Pair<Text>, at: number): Compared {
  const { before, after } = pair
  const key = String(at + 1)
  if (before && after) return bothOf(key, { before, after })
  const title = (after ?? before)?.title ?? ''
  const change = before ? ('removed' as const) : ('added' as const)
  const comparison = compareContents(before?.content ?? EMPTY, after?.content ?? EMPTY)
  return {
    chapter: { key, title, before: null, change, counts: comparison.counts },
    ...{ pair, compare: () => comparison },
  }
}

/** A chapter that is in both: what is the same to the letter is not compared. */
function bothOf(key: string, pair: { before: Text; after: Text }): Compared {
  const { before, after } = pair
  const { title } = after
  const isRenamed = before.title !== title
  const compare = () => compareContents(before.content, after.content)
  const isSame = JSON.stringify(before.content) === JSON.stringify(after.content)
  const { counts, compared } = isSame
    ? { counts: NO_CHANGES, compared: undefined }
    : countedFor(pair, compare)
  const hasChanged = isRenamed || Object.values(counts).some((count) => count > 0)
  const change = hasChanged ? ('changed' as const) : ('same' as const)
  const shown = { key, title, before: isRenamed ? before.title : null, change, counts }
  return { chapter: shown, pair, compare: () => compared ?? compare() }
}

/** How much differs between two frozen chapters, by their ids: it cannot go stale. Only the chapter looked at is compared again. */
const known = new Map<string, Counts>()
const MOST_KNOWN = 10_000

function countedFor({ before, after }: { before: Text; after: Text }, compare: () => Comparison) {
  const name = before.id !== null && after.id !== null ? `${before.id} ${after.id}` : null
  const counts = name === null ? undefined : known.get(name)
  if (counts) return { counts, compared: undefined }
  const compared = compare()
  if (known.size >= MOST_KNOWN) known.clear()
  if (name !== null) known.set(name, compared.counts)
  return { counts: compared.counts, compared }
}

/** The chapter that is looked at, woven into one text or beside each other. */
async function openFor(actor: Actor | null, open: Compared, layout: ComparisonLayout) {
  const { chapter, pair, compare } = open
  const { sections, changes } = renderComparison(compare(), layout)
  const [copies, cards] = await Promise.all([copiesIn(pair), cardsIn(actor, pair)])
  const shown = sections.slice(0, MOST_SECTIONS).map((one) => filled(one, copies, cards))
  return { key: chapter.key, sections: shown, changes, isCut: sections.length > MOST_SECTIONS }
}

/** A chapter that was written anew has thousands of changes: no page takes them all. */
const MOST_SECTIONS = 400

function copiesIn({ before, after }: Pair<Text>) {
  const ids = [before?.id, after?.id].filter((id) => typeof id === 'string')
  return versions.listPictures(ids)
}

async function cardsIn(actor: Actor | null, { before, after }: Pair<Text>) {
  if (!actor) return new Map<string, MentionCard>()
  const texts = [before, after].flatMap((one) => (one ? mentionsIn(one.content) : []))
  return cardsFor(
    actor,
    texts.map(({ kind, id }) => ({ thingKind: kind, thingId: id })),
  )
}

function filled(section: Section, copies: Map<string, string>, cards: Map<string, MentionCard>) {
  const shown = (html: StoredHtml) => fillMentions(withPictures(html, copies), cards)
  if ('html' in section) return { ...section, html: shown(section.html) }
  return { ...section, before: shown(section.before), after: shown(section.after) }
}

/** How much the matrix holds: things and gaps; null where it is not read. */
function figuresOf({ marks, form }: State) {
  if (!marks) return null
  const search = { rows: 'areas', span: 'bands', bySubject: false } as const
  const { matrix } = tableOf(marks, { form, levels: [] }, search)
  const things = new Set(marks.map(({ sourceKind, sourceId }) => `${sourceKind}:${sourceId}`))
  const gaps = matrix?.gaps.reduce((sum, { count }) => sum + count, 0) ?? 0
  return { things: things.size, gaps }
}

/** Everything that this reader may choose to compare, the youngest first. */
async function othersFor(actor: Actor | null, { concept, facts, isInside }: Door) {
  const rows = await versions.listVersions(concept.id)
  const numbers = rows
    .filter((row) => readsVersion(actor, versionFacts(facts, row)))
    .map(({ number }): StateMark => number)
  const isOpen = isInside && concept.state === 'active'
  return isOpen ? [DRAFT as StateMark, ...numbers] : numbers
}
