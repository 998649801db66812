import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { stateOf } from '#server/rich-text/yjs.ts'
import { contentWithMentions, insertReferences } from './mentions.ts'
import type { Moments } from './moments.ts'
import { type SeedDocument, texts } from './texts.ts'

type World = { plgs: Map<string, string>; people: Map<string, string>; topics: Map<string, string> }

export async function seedDocuments(
  plgs: Map<string, string>,
  people: Map<string, string>,
  moments: Moments,
): Promise<void> {
  const rows = await db().selectFrom('topics').select(['id', 'title']).execute()
  const topics = new Map(rows.map(({ id, title }) => [title, id]))
  for (const document of texts(moments)) await insert(document, { plgs, people, topics })
}

async function insert(given: SeedDocument, world: World): Promise<void> {
  const { plg, by, text, versions = [], comments = [], ...columns } = given
  const document = await db()
    .insertInto('documents')
    .values({
      title: columns.title,
      folder: columns.folder ?? '',
      isTemplate: columns.isTemplate ?? false,
      createdAt: columns.createdAt,
      changedAt: columns.changedAt,
      archivedAt: columns.archivedAt ?? null,
      plgId: world.plgs.get(plg) ?? '',
      createdBy: world.people.get(by) ?? '',
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const threads = comments.map((comment) => ({ ...comment, id: randomUUID() }))
  const content = threads.reduce(
    (marked, { at, id }) => checkContent(withComment(marked, at, id)),
    await contentFrom(text, world),
  )
  await db()
    .insertInto('documentContents')
    .values({
      documentId: document.id,
      state: Buffer.from(stateOf(content)),
      content: JSON.stringify(content),
      html: renderContent(content),
      words: wordsOf(content),
    })
    .execute()
  await insertReferences(document.id, content, columns.changedAt)
  for (const [index, version] of versions.entries())
    await db()
      .insertInto('documentVersions')
      .values({
        documentId: document.id,
        number: index + 1,
        kind: 'named',
        name: version.name,
        content: JSON.stringify(await contentFrom(version.text, world)),
        createdBy: world.people.get(version.by),
        createdAt: version.at,
        clientKey: randomUUID(),
      })
      .execute()
  for (const thread of threads) await insertThread(document.id, thread, world)
}

type Thread = { id: string; at: string; thread: { by: string; when: Date; body: string }[] }

async function insertThread(documentId: string, { id, at, thread }: Thread, { people }: World) {
  const [first] = thread
  if (!first) return
  await db()
    .insertInto('documentThreads')
    .values({ id, documentId, quote: at, createdBy: people.get(first.by), createdAt: first.when })
    .execute()
  await db()
    .insertInto('documentComments')
    .values(
      thread.map(({ by, when, body }) => ({
        threadId: id,
        authorId: people.get(by),
        body,
        createdAt: when,
        clientKey: randomUUID(),
      })),
    )
    .execute()
}

const contentFrom = (markdown: string, { people, topics }: World) =>
  contentWithMentions(markdown, (name) =>
    name.startsWith('@')
      ? { kind: 'person', id: people.get(name.slice(1)) }
      : { kind: 'topic', id: topics.get(name) },
  )

const piece = (node: Content, text: string): Content[] => (text === '' ? [] : [{ ...node, text }])

/** Marks the first place of these words with a thread of comments. */
function withComment(content: Content, words: string, thread: string): Content {
  let isDone = false
  const mark = (node: Content): Content[] => {
    const at = isDone ? -1 : (node.text?.indexOf(words) ?? -1)
    if (at < 0 || node.text === undefined)
      return [{ ...node, ...(node.content && { content: node.content.flatMap(mark) }) }]
    isDone = true
    const marks = [...(node.marks ?? []), { type: 'comment', attrs: { thread } }]
    return [
      ...piece(node, node.text.slice(0, at)),
      { ...node, text: words, marks },
      ...piece(node, node.text.slice(at + words.length)),
    ]
  }
  return mark(content)[0] ?? content
}
