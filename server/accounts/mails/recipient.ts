import { fullName } from '#server/auth/actor.ts'

type Known = { firstName: string; lastName: string; email: string }

/** A person as the recipient of a letter. */
export const recipient = (person: Known) => ({ name: fullName(person), address: person.email })
