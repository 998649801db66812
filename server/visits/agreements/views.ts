import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { insideOf } from '#server/plg/views.ts'
import * as sql from './sql.ts'

/** The form with which members of a PLG agree on a visit without an offer. */
export async function agreeingFor(actor: Actor, slug: string) {
  const { plg, proof } = await insideOf(actor, { slug })
  const members = await sql.listMembers(proof)
  return {
    plg: { slug: plg.slug, title: plg.title },
    self: actor.id,
    members: members.map((one) => ({
      value: one.personId,
      label: `${fullName(one)}, ${one.school}`,
    })),
    clientKey: randomUUID(),
  }
}
