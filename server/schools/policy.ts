import { type Actor, hasNetworkRole, hasSchoolRole } from '#server/auth/actor.ts'

/** The list and the pages of schools are public; only these acts need an office. */
export const may = {
  /** Import the register, decide about closures, set what the register does not know. */
  administrate: (actor: Actor) => hasNetworkRole(actor, 'operator'),
  /** See the ways to the persons and PLGs of one's own school; the pages behind judge again. */
  lookAfter: (actor: Actor, school: { id: string }) =>
    hasSchoolRole(actor, ['principal', 'deputy_principal', 'digital_officer'], school.id),
  /** What only the Schulleitung decides and reads. */
  head: (actor: Actor, school: { id: string }) =>
    hasSchoolRole(actor, ['principal', 'deputy_principal'], school.id),
}
