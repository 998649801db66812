import { fullName } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import { hashPassword } from '#server/auth/password.ts'
import { consumeToken, mintToken, peekToken } from '#server/auth/tokens.ts'
import { record } from '#server/audit/commands.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { schoolChoices } from '#server/schools/views.ts'
import { addOffice } from '../administration/commands.ts'
import { countOperators } from '../administration/sql.ts'
import { enter, type Entered, spendMail, type Visit } from '../entry/commands.ts'
import { paths } from '../paths.ts'
import { request, spendRequest } from '../roles/commands.ts'
import { assertHardToGuess } from '../rules.ts'
import * as sql from '../sql.ts'
import { refusals } from '../words.ts'
import { registrationAsked } from './events.ts'

/** What a registration link knows. Nothing of it is believed before the link comes back. */
export type Registration = {
  schoolId: string
  role: SchoolRole
  firstName: string
  lastName: string
  email: string
}

/**
 * Takes a registration in. The answer is the same for every address; a mail tells its owner how to go on.
 *
 * @throws Refusal for an unknown school; TooMany
 */
export async function askToRegister(
  input: { school: string; role: SchoolRole; firstName: string; lastName: string; email: string },
  network: string,
): Promise<void> {
  const school = (await schoolChoices()).find(({ slug }) => slug === input.school)
  if (!school) throw new Refusal(refusals.unknownSchool, 'school')
  await spendMail('register', input.email, network)
  await transaction((publish) => {
    const { role, firstName, lastName, email } = input
    publish(registrationAsked({ schoolId: school.id, role, firstName, lastName, email }))
    return Promise.resolve()
  })
}

/** Uses the link up: makes the person and the pending role, and signs in. Of two at once, one succeeds. */
export async function register(
  token: string,
  password: string | undefined,
  visit: Visit,
): Promise<Entered> {
  const known = await peekToken(token, 'register')
  if (!known) throw new Refusal(refusals.linkUsedUp)
  const { schoolId, role, ...named } = known.payload as Registration
  if (password) assertHardToGuess(password, [named.firstName, named.lastName])
  const passwordHash = password ? await hashPassword(password) : null
  await spendRequest(schoolId, role)
  return transaction(async (publish) => {
    if (!(await consumeToken(token, 'register'))) throw new Refusal(refusals.linkUsedUp)
    const person = await sql.insertPerson({ ...named, passwordHash, createdAt: now() })
    if (!person) throw new Refusal(refusals.alreadyRegistered)
    await record(fullName(person), {
      action: 'accounts.registered',
      thingKind: 'person',
      thingId: person.id,
    })
    await request(publish, person, { schoolId, role })
    return { cookie: await enter({ ...person, email: named.email }, visit), to: paths.welcome() }
  })
}

/**
 * Makes the link by which the first person of the technical administration sets up the account.
 *
 * @returns the whole address, readable once; undefined when there is somebody already and it is not forced
 */
export function issueOperatorLink(isForced: boolean): Promise<string | undefined> {
  return transaction(async () => {
    if (!isForced && (await countOperators()) > 0) return undefined
    const token = await mintToken('first_operator', {})
    await record('Befehlszeile', {
      action: 'accounts.operator-link',
      thingKind: 'office',
      thingId: 'operator',
    })
    return settings().origin + paths.firstOperator(token)
  })
}

/** Uses the link of the command line up: makes the person and gives the office. */
export async function setUpOperator(
  token: string,
  input: { firstName: string; lastName: string; email: string; password: string },
  visit: Visit,
): Promise<Entered> {
  const { password, ...named } = input
  if (!(await peekToken(token, 'first_operator'))) throw new Refusal(refusals.linkUsedUp)
  assertHardToGuess(password, [input.firstName, input.lastName])
  const passwordHash = await hashPassword(password)
  return transaction(async () => {
    if (!(await consumeToken(token, 'first_operator'))) throw new Refusal(refusals.linkUsedUp)
    const at = now()
    const person = await sql.insertPerson({
      ...named,
      passwordHash,
      createdAt: at,
      welcomedAt: at,
    })
    if (!person) throw new Refusal('Diese E-Mail-Adresse ist schon registriert.', 'email')
    await addOffice(person.id, { role: 'operator', decidedBy: null })
    await record(fullName(person), {
      action: 'accounts.operator-set-up',
      thingKind: 'person',
      thingId: person.id,
    })
    return { cookie: await enter({ ...person, email: named.email }, visit), to: '/heute' }
  })
}
