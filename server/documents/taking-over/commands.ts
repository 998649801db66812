import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { transaction } from '#server/platform/transaction.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { stateOf } from '#server/rich-text/yjs.ts'
import { derivedOf } from '../commands.ts'
import * as sql from '../sql.ts'
import { may } from './policy.ts'

type Link = { title: string; href: string }

/** Puts a document with these links into a PLG that is taken over from elsewhere. Nobody is its author. */
export function placeLinks(
  actor: Actor,
  plgId: string,
  { title, links }: { title: string; links: Link[] },
): Promise<void> {
  return transaction(async () => {
    authorize(may.placeLinks, actor, {})
    const at = now()
    const made = await sql.insertDocument({
      ...sql.columnOf({ kind: 'plg', id: plgId }),
      ...{ title, folder: '', createdBy: null },
      ...{ createdAt: at, changedAt: at, clientKey: randomUUID() },
    })
    if (!made) return
    const content = checkContent({ type: 'doc', content: links.map(lineOf) })
    await sql.insertContent(made.id, stateOf(content), derivedOf(content))
  })
}

const lineOf = ({ title, href }: Link) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: title, marks: [{ type: 'link', attrs: { href } }] }],
})
