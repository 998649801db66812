import type { Actor } from '#server/auth/actor.ts'
import { createDocument } from '#server/documents/commands.ts'
import { locateDocument } from '#server/documents/views.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { readableCards } from '#server/platform/things.ts'
import type { Publish } from '#server/platform/transaction.ts'
import { onSession } from '../commands.ts'
import { LIMITS } from '../contract.ts'
import { runMoved, sessionTouched } from '../events.ts'
import { may } from '../policy.ts'
import { type Run, runAsWord } from '../protocols/contract.ts'
import { updateSession } from '../sql.ts'
import type { Inside, Place } from '../views.ts'
import { refusals } from '../words.ts'
import type { MoveInput, StartInput } from './inputs.ts'
import { begun, moved } from './rules.ts'
import * as sql from './sql.ts'
import { notesTitle } from './words.ts'

/** Begins a protocol for all who have the page open. */
export function startProtocol(actor: Actor, place: Place, input: StartInput): Promise<void> {
  return onSession(actor, place, may.leadProtocol, async (inside, publish) => {
    const before = await sql.findRun(inside.session.id)
    if ((before?.version ?? 0) !== input.version) throw new Refusal(refusals.runMoved)
    await keep(inside, begun(input.protocol, before, now()), publish)
  })
}

/** Goes on, back, stands still, or ends. Of two who press at once, one moves the group. */
export function moveRun(actor: Actor, place: Place, input: MoveInput): Promise<void> {
  return onSession(actor, place, may.leadProtocol, async (inside, publish) => {
    const run = await sql.findRun(inside.session.id)
    if (!run) throw new Refusal(refusals.noRun)
    if (run.version !== input.version) throw new Refusal(refusals.runMoved)
    const next = moved(run, input.act, now())
    if (next) await keep(inside, next, publish)
  })
}

async function keep({ session }: Inside, run: Run, publish: Publish): Promise<void> {
  await sql.saveRun(session.id, run, now())
  publish(runMoved({ sessionId: session.id, word: runAsWord(run) }))
}

/** The document in which all write along: made once, the same for everybody. @returns its address */
export function openNotes(actor: Actor, place: Place): Promise<string> {
  return onSession(actor, place, may.takeNotes, async ({ session, plg }, publish) => {
    const known = await notesOf(actor, session.notesDocumentId)
    if (known) return `${known}/bearbeiten`
    const path = await createDocument(
      actor,
      { kind: 'plg', slug: plg.slug },
      {
        // The lock makes it one; the key only has to be one that this person has not used.
        clientKey: crypto.randomUUID(),
        title: notesTitle(session.title).slice(0, LIMITS.title),
        folder: '',
        template: 'empty',
      },
    )
    await updateSession(session.id, { notesDocumentId: await locateDocument(path) })
    publish(sessionTouched({ sessionId: session.id, plgId: plg.id }))
    return `${path}/bearbeiten`
  })
}

/** Where the notes are; undefined when there are none, or they were put into the bin. */
async function notesOf(actor: Actor, documentId: string | null): Promise<string | undefined> {
  if (documentId === null) return undefined
  const cards = await readableCards(actor, [{ thingKind: 'document', thingId: documentId }])
  return cards.get(`document:${documentId}`)?.path
}
