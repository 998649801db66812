import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound } from './errors.ts'

export type Rule<F> = (actor: Actor, facts: F) => boolean

/** Throws unless the rule allows it. One of the two places where a "no" is pronounced. */
export function authorize<F>(rule: Rule<F>, actor: Actor, facts: F): void {
  if (!rule(actor, facts)) throw new Forbidden()
}

/** For what must not even be known to exist: unknown and invisible are answered alike. */
export function authorizeOrHide<F>(rule: Rule<F>, actor: Actor, facts: F): void {
  if (!rule(actor, facts)) throw new NotFound()
}

/** The same rules, answered all at once, for a screen to know which buttons to show. */
export function abilities<F, P extends Record<string, Rule<F>>>(policy: P, actor: Actor, facts: F) {
  const answers = Object.entries(policy).map(([name, rule]) => [name, rule(actor, facts)])
  return Object.fromEntries(answers) as { [K in keyof P]: boolean }
}

/** The found thing, or NotFound. */
export function existing<T>(thing: T | undefined): T {
  if (thing === undefined) throw new NotFound()
  return thing
}
