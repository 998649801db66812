import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { Forbidden } from '#server/platform/errors.ts'
import type { Joining } from './contract.ts'
import { may, type MemberOf, type PlgFacts, proveMember } from './policy.ts'
import * as sql from './sql.ts'

/** A PLG as its members know it, with the proof that the actor is one. */
export type Inside = {
  plg: { id: string; slug: string; title: string }
  proof: MemberOf
  facts: PlgFacts
  /** The school the actor sits here for; posts show it. */
  schoolId: string | null
  since: Date
}

/**
 * The one way into a PLG, for pages, sockets and every area whose things live inside.
 *
 * @throws NotFound when it does not exist or must not be known to exist; Forbidden when one is not a member
 */
export async function insideOf(
  actor: Actor,
  by: { slug: string } | { id: string },
): Promise<Inside> {
  const row = existing(await sql.findPlg(by, actor.id))
  const facts = factsOf(row)
  authorizeOrHide(may.see, actor, facts)
  const proof = proveMember(actor, row.id, facts)
  if (!proof)
    throw new Forbidden(
      `Dieser Bereich gehört den Mitgliedern der PLG „${row.title}“. Auf ihrer Seite können Sie den Beitritt anfragen.`,
    )
  return {
    plg: { id: row.id, slug: row.slug, title: row.title },
    proof,
    facts,
    schoolId: row.seatSchoolId,
    since: row.seatSince ?? row.foundedAt,
  }
}

type FoundPlg = NonNullable<Awaited<ReturnType<typeof sql.findPlg>>>

export function factsOf(row: FoundPlg): PlgFacts {
  return {
    joining: row.joining as Joining,
    seat: row.seatRole && row.seatState ? { role: row.seatRole, state: row.seatState } : null,
  }
}
