import { type Actor, hasSchoolRole } from '#server/auth/actor.ts'

export const may = {
  /** The Schulkonferenz decides; its school's head, deputy or digital officer writes it down. */
  setFreeDays: (actor: Actor, school: { id: string }) =>
    hasSchoolRole(actor, ['principal', 'deputy_principal', 'digital_officer'], school.id),
}
