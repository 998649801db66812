import { type Actor, fullName } from '#server/auth/actor.ts'
import { abilities, existing } from '#server/platform/authorize.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { unknownAmong } from '#server/software/gates/views.ts'
import { authorizeVisit, insideOf } from '../views.ts'
import { type Check, type Decision, DECISIONS_ON_PAGE, NEWEST_DECISIONS } from './contract.ts'
import { may } from './policy.ts'
import { checksOf, gatesBetween, mayDissolve, missingFor, nextGate } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** The page of the phases: where the PLG stands, what the next gate asks, what was decided. */
export async function cycleFor(actor: Actor, slug: string, asked: string | null) {
  authorizeVisit(actor)
  const { plg, facts } = await insideOf(actor, { slug })
  const page = pageNumber(asked)
  const [row, decided, total] = await Promise.all([
    findCycle(plg.id),
    sql.listDecisions(plg.id, DECISIONS_ON_PAGE, (page - 1) * DECISIONS_ON_PAGE),
    sql.countDecisions(plg.id),
  ])
  const at = existing(row)
  const atEnd = missingFor(gatesBetween(at.kind, at.phase, 'closed'), at)
  return {
    plg: { ...plg, ...standingOf(at) },
    checks: checksAhead(at),
    decisions: paged(decided.map(shaped), total, page, DECISIONS_ON_PAGE),
    canEnd: {
      close: atEnd.length === 0 || mayDissolve(at.phase, at.hasBegun),
      nextCycle: atEnd.length === 0,
    },
    missingAtEnd: atEnd,
    can: abilities({ decide: may.decide }, actor, facts),
  }
}

/** The same in short, for the overview. */
export async function standingFor(actor: Actor, slug: string) {
  const { plg, facts } = await insideOf(actor, { slug })
  const [row, decided] = await Promise.all([
    findCycle(plg.id),
    sql.listDecisions(plg.id, NEWEST_DECISIONS),
  ])
  const at = existing(row)
  return {
    ...{ slug: plg.slug, ...standingOf(at) },
    checks: checksAhead(at),
    decisions: decided.map(shaped),
    can: abilities({ decide: may.decide }, actor, facts),
  }
}

/** Where PLGs stand, with all that their gates look at; the directory says what holds of linked software. */
export async function cyclesOf(plgIds: string[]) {
  const rows = await sql.listCycles(plgIds)
  const unknown = await unknownAmong(
    rows.flatMap(({ id, schoolForms, schoolIds, linkedSoftware }) =>
      linkedSoftware.map((linked) => ({ ...linked, schoolForms, schoolIds, of: id })),
    ),
  )
  return rows.map(({ linkedSoftware: _, schoolForms: _forms, schoolIds: _ids, ...row }) => {
    const names = unknown.filter(({ of }) => of === row.id).map(({ name }) => name)
    return { ...row, unknownSoftware: [...new Set([...row.unknownSoftware, ...names])].sort() }
  })
}

export async function findCycle(plgId: string) {
  const [row] = await cyclesOf([plgId])
  return row
}

type Row = Awaited<ReturnType<typeof cyclesOf>>[number]

const standingOf = ({ kind, phase, phaseUntil, isPaused, cycle }: Row) => ({
  ...{ kind, phase, phaseUntil, isPaused, cycle },
})

/** The check list of the next gate; empty where there is none. */
function checksAhead(row: Row): Check[] {
  const gate = nextGate(row.kind, row.phase)
  return gate ? checksOf(gate, row) : []
}

function shaped(row: sql.DecisionRow): Decision {
  const { id, kind, cycle, from, to, text, at, firstName, lastName } = row
  const by = firstName && lastName ? fullName({ firstName, lastName }) : words.formerMember
  return { id, kind, cycle, from, to, text, by, at }
}
