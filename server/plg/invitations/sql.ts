import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgInvitations } from '#db/types.ts'
import type { InvitedRole } from '../contract.ts'

/** @returns the id, or undefined when this address is invited already */
export function insertInvitation(row: Insertable<PlgInvitations>) {
  return db()
    .insertInto('plgInvitations')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** What the leads see: the addresses they typed, nothing about who is behind them. */
export function listInvitations(plgId: string) {
  return db()
    .selectFrom('plgInvitations')
    .where('plgId', '=', plgId)
    .select(['id', 'email', 'at', sql<InvitedRole>`role`.as('role')])
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** @returns the invited person's id where there is one, or undefined when there was no such invitation */
export function removeInvitation(plgId: string, id: string) {
  return db()
    .deleteFrom('plgInvitations')
    .where('plgId', '=', plgId)
    .where('id', '=', id)
    .returning('personId')
    .executeTakeFirst()
}

export async function removeInvitationOf(plgId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('plgInvitations')
    .where('plgId', '=', plgId)
    .where('personId', '=', personId)
    .execute()
}

/** Where one stands in this PLG: for inviting somebody who is in, or has asked. */
export function findLiveSeat(plgId: string, personId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('personId', '=', personId)
    .where('state', 'in', ['requested', 'invited', 'active'])
    .select(['id', 'state'])
    .executeTakeFirst()
}

/** The same by address, in one query whether anybody is behind it or not. */
export function findSeatOfAddress(plgId: string, email: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .where('plgMembers.plgId', '=', plgId)
    .where('persons.email', '=', email)
    .where('plgMembers.state', 'in', ['requested', 'invited', 'active'])
    .select('plgMembers.state')
    .executeTakeFirst()
}

/** Takes back an invitation that was not answered. */
export async function removeInvitedSeat(plgId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('personId', '=', personId)
    .where('state', '=', 'invited')
    .execute()
}

/**
 * Invitations that waited for somebody to get an account with this address. Those into a circle of principals
 * reach nobody else: of it one learns by being invited.
 */
export function claimInvitations(personId: string, now: Date) {
  return db()
    .updateTable('plgInvitations')
    .from(['persons', 'plgs'])
    .whereRef('persons.email', '=', 'plgInvitations.email')
    .whereRef('plgs.id', '=', 'plgInvitations.plgId')
    .where('persons.id', '=', personId)
    .where('plgInvitations.personId', 'is', null)
    .where((eb) =>
      eb.or([
        eb('plgs.kind', '<>', 'principals_circle'),
        eb.exists(
          eb
            .selectFrom('memberships')
            .where('memberships.personId', '=', personId)
            .where('memberships.role', 'in', ['principal', 'deputy_principal'])
            .where('memberships.state', '=', 'confirmed')
            .where('memberships.validFrom', '<=', now)
            .where((or) =>
              or.or([
                or('memberships.validUntil', 'is', null),
                or('memberships.validUntil', '>', now),
              ]),
            )
            .select('memberships.id'),
        ),
      ]),
    )
    .set({ personId })
    .returning([
      'plgInvitations.plgId',
      'plgInvitations.role',
      'plgInvitations.message',
      'plgInvitations.invitedBy',
      'plgInvitations.at',
    ])
    .execute()
}

/** Forgets invitations from before this moment that nobody answered, with the seats that waited for them. */
export async function removeUnanswered(before: Date): Promise<void> {
  await sql`with old as (delete from plg_invitations where at < ${before} returning plg_id, person_id)
    delete from plg_members using old where plg_members.plg_id = old.plg_id
      and plg_members.person_id = old.person_id and plg_members.state = 'invited'`.execute(db())
}

/** An invitation nobody has taken yet, with who wrote it. */
export function findUnclaimed(id: string) {
  return db()
    .selectFrom('plgInvitations')
    .innerJoin('persons', 'persons.id', 'plgInvitations.invitedBy')
    .where('plgInvitations.id', '=', id)
    .where('plgInvitations.personId', 'is', null)
    .select(['plgInvitations.email', 'persons.firstName', 'persons.lastName'])
    .executeTakeFirst()
}
