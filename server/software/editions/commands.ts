import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { record } from '#server/audit/commands.ts'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import { SCHEMA_NAME } from './contract.ts'
import { editionFrom, type publishInput } from './inputs.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/**
 * Makes an edition of what is released at this moment. It never changes again; its fingerprint is that of its bytes.
 *
 * @returns its number
 */
export function publishEdition(
  actor: Actor,
  input: z.output<typeof publishInput>,
): Promise<number> {
  return transaction(async () => {
    authorize(may.publishEdition, actor, {})
    const { clientKey, note } = input
    const known = await sql.findByKey(clientKey)
    if (known) return known.number
    const at = now()
    const dated = localDayOf(at)
    const entries = await sql.listReleased(dated)
    if (entries.length === 0) throw new Refusal(words.empty)
    const content = JSON.stringify(editionFrom({ schema: SCHEMA_NAME, dated, entries }))
    const sha256 = createHash('sha256').update(content).digest('hex')
    const made = await sql.insertEdition({
      ...{ dated, note, content, sha256, entries: entries.length, clientKey },
      ...{ madeBy: actor.id, madeName: fullName(actor), madeAt: at },
    })
    if (!made) return existing(await sql.findByKey(clientKey)).number
    await record(actor, {
      action: 'software.edition-published',
      thingKind: 'list-edition',
      thingId: made.id,
      details: { number: made.number, entries: entries.length, sha256 },
    })
    return made.number
  })
}
