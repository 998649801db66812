import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { headOf, type Inside, insideProject, type Place } from '../views.ts'
import { words as house } from '../words.ts'
import { MOST_TRIALS, type Trial } from './contract.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'

/** The trial runs of a Vorhaben, the last one first. They stay in the PLG. */
export async function trialsOf(actor: Actor, { project, facts }: Inside): Promise<Trial[]> {
  const rows = await sql.listOf(project.id, MOST_TRIALS)
  return rows.map((row) => lineOf(row, may.change(actor, { ...facts, teacherId: row.teacherId })))
}

function lineOf(row: sql.TrialRow, canChange: boolean): Trial {
  const { firstName, lastName, school, teacherId: _, deletedAt: _gone, ...rest } = row
  const teacher = firstName && lastName ? fullName({ firstName, lastName }) : house.formerMember
  return { ...rest, teacher, school: school ?? '', canChange }
}

/** The form for a new one. */
export async function newTrialFor(actor: Actor, place: Place) {
  const inside = await insideProject(actor, place)
  authorize(may.add, actor, inside.facts)
  return { ...headOf(actor, inside), clientKey: randomUUID(), now: now() }
}

/** The form of an existing one. */
export async function trialFor(actor: Actor, place: Place, id: string) {
  const inside = await insideProject(actor, place)
  const row = existing(await sql.findTrial(inside.project.id, id))
  existing(row.deletedAt === null ? row : undefined)
  authorize(may.change, actor, { ...inside.facts, teacherId: row.teacherId })
  return { ...headOf(actor, inside), trial: lineOf(row, true), now: now() }
}
