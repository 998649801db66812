import type { Actor } from '#server/auth/actor.ts'
import type { Placed } from '../placing/contract.ts'
import { type Attempt, attempt } from '../placing/commands.ts'
import type { CheckoutInput } from './inputs.ts'
import { wantedOf } from './views.ts'

/** Books what the page asks for. The same form again is the same booking. */
export const bookFrom = async (actor: Actor, input: CheckoutInput): Promise<Placed> =>
  (await tryFrom(actor, input)).placed

/** As `bookFrom`, with what was found out on the way. */
export const tryFrom = async (actor: Actor, input: CheckoutInput): Promise<Attempt> =>
  attempt(actor, await wantedOf(actor, input))
