import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { abilities, authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { NotFound } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { paths as network } from '../network/paths.ts'
import { paths } from '../paths.ts'
import { readableReach } from '../policy.ts'
import { ownConcepts } from '../views.ts'
import { commentsOf } from './comments/views.ts'
import type { AimKind } from './contract.ts'
import { type AimFacts, may, readableDrafts, readsAim } from './policy.ts'
import { isCommented, usualEnd } from './rules.ts'
import * as sql from './sql.ts'
import { kindNames, saidBy } from './words.ts'

export const factsOf = (row: sql.AimRow, actor: Actor | null): AimFacts => ({
  ...{ kind: row.kind, state: row.state },
  isAuthor: actor !== null && row.createdBy === actor.id,
})

const NOTHING = { edit: false, decide: false, takeBack: false }
const RULES = { edit: may.edit, decide: may.decide, takeBack: may.takeBack }

/** The number of an address; 0 is nobody's. */
export const aimNumber = (text: string | undefined): number =>
  /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0

/** @throws NotFound when there is none for this reader */
export async function seenAim(actor: Actor | null, number: string | undefined) {
  const aim = existing(await sql.findAim({ number: aimNumber(number) }))
  const facts = factsOf(aim, actor)
  if (!readsAim(actor, facts)) throw new NotFound()
  return { aim, facts }
}

/** All that holds, what is proposed and what has ended, each with how many schools say they work on it. */
export async function aimsFor(actor: Actor | null) {
  const rows = await sql.listAims(readableDrafts(actor))
  const pointing = await sql.listPointing(
    rows.map(({ id }) => id),
    readableReach(actor),
  )
  const today = localDayOf(now())
  const lines = rows.map(({ id, number, title, body, kind, state, serves, commentsUntil }) => ({
    ...{ id, number, title, body, kind, state, serves, path: paths.networkGoal(number) },
    commentsUntil: state === 'draft' && isCommented(commentsUntil, today) ? commentsUntil : null,
    schools: new Set(pointing.filter(({ aimId }) => aimId === id).map(({ slug }) => slug)).size,
  }))
  return {
    strategic: lines.filter(({ kind, state }) => kind === 'strategic' && state === 'in_force'),
    network: lines.filter(({ kind, state }) => kind === 'network' && state === 'in_force'),
    proposed: lines.filter(({ state }) => state === 'draft'),
    ended: lines.filter(({ state }) => state === 'ended'),
    withdrawn: lines.filter(({ state }) => state === 'withdrawn'),
    can: {
      propose: actor !== null && may.propose(actor, { kind: 'network' }),
      proposeStrategic: actor !== null && may.propose(actor, { kind: 'strategic' }),
    },
  }
}

/** One of them: what it serves and replaces, which schools say they work on it, and the own concepts that could. */
export async function aimFor(actor: Actor | null, number: string | undefined) {
  const { aim, facts } = await seenAim(actor, number)
  const own = actor && aim.state === 'in_force' ? await ownConcepts(actor) : []
  const [around, pointing, serving, comments] = await Promise.all([
    sql.listAround(aim),
    sql.listPointing([aim.id], readableReach(actor)),
    sql.listServing(
      own.map(({ id }) => id),
      aim.id,
    ),
    commentsOf(actor, aim, facts),
  ])
  const linkTo = (wanted: (one: (typeof around)[number]) => boolean) => {
    const found = around.find(wanted)
    return found ? { title: found.title, path: paths.networkGoal(found.number) } : null
  }
  const { createdBy: _, serves, replaces, ...shown } = aim
  return {
    ...{ aim: shown, comments },
    serves: linkTo(({ id }) => id === serves),
    replaces: linkTo(({ id }) => id === replaces),
    replacedBy: linkTo((one) => one.replaces === aim.id),
    schools: pointing.map(({ slug, name, number: version, position, title }) => ({
      ...{ slug, name, title, position, path: network.goal(slug, version, position) },
    })),
    homes: own
      .filter(({ can }) => can.write)
      .map(({ id, school }) => {
        const goal = serving.find(({ conceptId }) => conceptId === id)
        return {
          ...{ id, school: school.name },
          taken: goal ? paths.goal(school.slug, goal.number) : null,
        }
      }),
    can: actor
      ? {
          ...abilities(RULES, actor, facts),
          replace: aim.state === 'in_force' && may.propose(actor, facts),
        }
      : { ...NOTHING, replace: false },
    clientKey: randomUUID(),
  }
}

const strategicInForce = async () => {
  const rows = await sql.listAims([])
  return rows
    .filter(({ kind, state }) => kind === 'strategic' && state === 'in_force')
    .map(({ id, title }) => ({ value: id, label: title }))
}

/** The form for a new one; `replaced` is the number of what it would replace, whose words it begins with. */
export async function newAimFor(actor: Actor, asked: { kind?: string; replaced?: string }) {
  const before = asked.replaced ? (await seenAim(actor, asked.replaced)).aim : null
  const kind: AimKind = (before?.kind ?? asked.kind) === 'strategic' ? 'strategic' : 'network'
  authorize(may.propose, actor, { kind })
  return {
    kind,
    before: before && { ...fieldsOf(before), id: before.id },
    strategic: kind === 'network' ? await strategicInForce() : [],
    commentsUntil: kind === 'network' ? usualEnd(localDayOf(now())) : null,
    clientKey: randomUUID(),
  }
}

const fieldsOf = ({ title, body, dimension, competencies, serves }: sql.AimRow) => ({
  ...{ title, body, dimension, competencies, serves },
})

/** @throws NotFound for whoever may not edit it: what is in force keeps its words */
export async function aimEditingFor(actor: Actor, number: string | undefined) {
  const { aim, facts } = await seenAim(actor, number)
  authorizeOrHide(may.edit, actor, facts)
  return {
    aim: { ...fieldsOf(aim), number: aim.number, version: aim.version, kind: aim.kind },
    commentsUntil: aim.commentsUntil,
    strategic: aim.kind === 'network' ? await strategicInForce() : [],
  }
}

/** Network goals as lines for the bell, for those who may read them. */
export async function aimCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids)
  return rows
    .filter((row) => readsAim(actor, factsOf(row, actor)))
    .map(({ id, number, title, kind }) => ({
      ...{ id, title, context: kindNames[kind], path: paths.networkGoal(number) },
    }))
}

const MOST_WAITING = 10

/** For "Heute" of the SMZ: proposals on which schools have had their time, each waiting for a decision. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  const facts: AimFacts = { kind: 'network', state: 'draft', isAuthor: false }
  if (!may.decide(actor, facts)) return []
  const rows = await sql.listOverdue(localDayOf(now()), MOST_WAITING)
  return rows.map(({ id, number, title, schools }) => ({
    id: `network-goal:${id}`,
    text: `Über den Vorschlag „${title}“ ist zu entscheiden: ${saidBy(schools)}.`,
    action: { label: 'Entscheiden', to: paths.networkGoal(number) },
  }))
}
