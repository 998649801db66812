import { type Actor, hasSchoolRole, isConfirmed } from '#server/auth/actor.ts'
import type { PlgFacts } from '#server/plg/policy.ts'

type SheetFacts = { seat: PlgFacts['seat']; seatSchoolId: string | null; schoolId: string }

/** Members read all sheets of their PLG and write that of the school they sit for; its principal reads that one. */
export const may = {
  read: (actor: Actor, { seat }: Pick<SheetFacts, 'seat'>) =>
    isConfirmed(actor) && seat?.state === 'active',
  write: (actor: Actor, facts: SheetFacts) =>
    isConfirmed(actor) &&
    facts.seat?.state === 'active' &&
    facts.seatSchoolId !== null &&
    facts.seatSchoolId === facts.schoolId,
  readOfSchool: (actor: Actor, { schoolId }: { schoolId: string }) =>
    hasSchoolRole(actor, ['principal', 'deputy_principal'], schoolId),
}
