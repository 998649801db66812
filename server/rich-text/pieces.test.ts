import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BadContent } from './check.ts'
import { emptyContent, FRAGMENT } from './contract.ts'
import { structsIn, weightOf } from './pieces.ts'
import { changeTo, contentOf, docFrom, stateOf } from './yjs.ts'
import { checkContent } from './check.ts'

const text = (doc: Y.Doc) => doc.getXmlFragment(FRAGMENT)
type Place = Y.XmlFragment | Y.XmlElement

/** Everything that is written in `write`, as one update. */
function updateBy(write: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => write(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

function nest(place: Place, levels: number): Place {
  let at = place
  for (let level = 0; level < levels; level++) {
    const inner = new Y.XmlElement('blockquote')
    at.insert(0, [inner])
    at = inner
  }
  return at
}

test('what people write can be taken in, whoever wrote beside them', () => {
  const doc = new Y.Doc()
  const update = updateBy((one) => {
    const paragraphs = Array.from({ length: 300 }, () => new Y.XmlElement('paragraph'))
    text(one).insert(0, paragraphs)
    paragraphs[7]?.insert(0, [new Y.XmlText('Wort')])
    nest(text(one), 60)
  })
  expect(weightOf(update, doc)).toBeGreaterThan(300)
  Y.applyUpdate(doc, update)
  const more = updateBy((one) => text(one).insert(3, [new Y.XmlElement('paragraph')]), doc)
  expect(weightOf(more, doc)).toBe(1)
  expect(structsIn(doc)).toBeGreaterThan(60)
})

test.each([201, 10_000])('a text %i levels deep is not taken in', (levels) => {
  expect(
    weightOf(
      updateBy((one) => nest(text(one), levels)),
      new Y.Doc(),
    ),
  ).toBeUndefined()
})

test('nor is one that grows deeper piece by piece', () => {
  const doc = new Y.Doc()
  let place: Place = text(doc)
  let taken = 0
  for (let piece = 0; piece < 30; piece++) {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const update = updateBy(() => {
      place = nest(place, 10)
    }, doc)
    if (weightOf(update, copy) === undefined) break
    taken += 1
  }
  expect(taken).toBe(20)
})

test('what comes before that on which it builds waits for it, as long as that is not much', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  let place: Place = text(doc)
  for (let level = 0; level < 260; level++)
    updates.push(
      updateBy(() => {
        place = nest(place, 1)
      }, doc),
    )
  // From the innermost outwards: nothing has its place until the last one comes.
  const copy = new Y.Doc()
  let taken = 0
  for (const update of updates.reverse()) {
    if (weightOf(update, copy) === undefined) break
    Y.applyUpdate(copy, update)
    taken += 1
  }
  expect(taken).toBe(200)
  expect(weightOf(updates[0] ?? new Uint8Array(), new Y.Doc())).toBe(1)
})

test('noise is never taken for an update that can be used, and never breaks anything', () => {
  const pieces = finePieces()
  const whole = pieces.at(-1) ?? new Uint8Array()
  const bent = fc
    .tuple(fc.constantFrom(...pieces), fc.nat(), fc.nat(255), fc.nat())
    .map(([fine, at, value, length]) => {
      const copy = fine.slice(0, length % 5 === 0 ? length % fine.length : fine.length)
      copy[at % fine.length] = value
      return copy
    })
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), bent, bent),
      fc.boolean(),
      (update, isEmpty) => {
        const doc = new Y.Doc()
        if (!isEmpty) Y.applyUpdate(doc, whole)
        if (weightOf(update, doc) === undefined) return
        Y.applyUpdate(doc, update)
        expectUsable(doc)
      },
    ),
    {
      numRuns: 3_000,
      examples: [
        [lettersBesideParagraphs(), true],
        [PIECE_OF_NO_LENGTH, false],
      ],
    },
  )
})

const PIECE_OF_NO_LENGTH = Uint8Array.of(1, 1, 0, 0, 0, 0, 0)

/** Letters that stand where only paragraphs may, as a client with a broken library might send them. */
function lettersBesideParagraphs(): Uint8Array {
  return Buffer.from(
    [
      'Agz+0oHBDQAHAQdkZWZhdWx0AwlwYXJhZ3JhcGiB/tKBwQ0ABQcA/tKBwQ0ABgYA/tKBwQ0CBGJvbGQCe32E/tKBwQ',
      '0DAUWB/tKBwQ0EAYH+0oHBDQUChP7SgcENBwJnZYT+0oHBDQkIIFfDtnJ0ZXKG/tKBwQ0QBGJvbGQEbnVsbMb+0oHB',
      'DQX+0oHBDQYEbGluax57ImhyZWYiOiJodHRwczovL2V4YW1wbGUub3JnIn3G/tKBwQ0J/tKBwQ0KBGxpbmsEbnVsbA',
      'Gr5Oi2BADH/tKBwQ0A/tKBwQ0BAwlwYXJhZ3JhcGgB/tKBwQ0CAQEFAw==',
    ].join(''),
    'base64',
  )
}

/** It is written, read, replaced, encoded and loaded again, whatever is in it. */
function expectUsable(doc: Y.Doc) {
  text(doc).insert(0, [new Y.XmlElement('paragraph')])
  expectText(doc)
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  expectText(again)
  const good = checkContent({ type: 'doc', content: [paragraph('Wieder gut')] })
  changeTo(again, good)
  expect(contentOf(again)).toEqual(good)
}

function expectText(doc: Y.Doc) {
  try {
    contentOf(doc)
  } catch (error) {
    expect(error).toBeInstanceOf(BadContent)
  }
}

/** What two people do: elements, words, marks, and taking away. */
function finePieces(): Uint8Array[] {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  const pieces = [updateBy((doc) => nest(text(doc), 5))]
  const words = new Y.XmlText()
  const steps: (() => void)[] = [
    () => text(one).insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('heading')]),
    () => (text(one).get(0) as Y.XmlElement).insert(0, [words]),
    () => words.insert(0, 'Einige Wörter', { bold: {} }),
    () => text(two).insert(1, [new Y.XmlElement('paragraph')]),
    () => words.format(2, 4, { link: { href: 'https://example.org' } }),
    () => text(two).delete(2, 1),
    () => words.delete(1, 3),
  ]
  for (const step of steps) {
    const before = Y.encodeStateVector(one)
    step()
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    pieces.push(Y.encodeStateAsUpdate(one, before))
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  }
  return [...pieces, Y.encodeStateAsUpdate(one)]
}

const NO_TEXTS: Record<string, (doc: Y.Doc) => void> = {
  'a map': (doc) => text(doc).insert(0, [new Y.Map() as never]),
  'a list': (doc) => text(doc).insert(0, [new Y.Array() as never]),
  'a hook': (doc) => text(doc).insert(0, [new Y.XmlHook('x') as never]),
  'a document': (doc) => text(doc).insert(0, [new Y.Doc() as never]),
  'bare values': (doc) => text(doc).insert(0, [1, null, { a: 1 }] as never),
  'an unknown node': (doc) => text(doc).insert(0, [new Y.XmlElement('script')]),
  'a node called __proto__': (doc) => text(doc).insert(0, [new Y.XmlElement('__proto__')]),
  'bare words': (doc) => text(doc).insert(0, [new Y.XmlText('bare')]),
  'too many nodes': (doc) =>
    text(doc).insert(
      0,
      Array.from({ length: 30_000 }, () => new Y.XmlElement('paragraph')),
    ),
  'a deep text': (doc) => nest(text(doc), 150),
  'a link that runs': (doc) => written(doc, { link: { href: 'javascript:alert(1)' } }),
  'a mark that is a word': (doc) => written(doc, { link: 'https://example.org' }),
  'a mark called __proto__': (doc) => written(doc, { ['__proto__x']: { a: 1 } }),
  'an attribute that is an object': (doc) => {
    const heading = new Y.XmlElement<{ level: object }>('heading')
    heading.setAttribute('level', { valueOf: 2 })
    text(doc).insert(0, [heading as never])
  },
}

function written(doc: Y.Doc, marks: object) {
  const paragraph = new Y.XmlElement('paragraph')
  const words = new Y.XmlText()
  words.insert(0, 'Wort', marks)
  paragraph.insert(0, [words])
  text(doc).insert(0, [paragraph])
}

test.each(Object.keys(NO_TEXTS))('%s is no text, and is called so', (name) => {
  const doc = new Y.Doc()
  Y.applyUpdate(
    doc,
    updateBy((one) => NO_TEXTS[name]?.(one)),
  )
  expect(() => contentOf(doc)).toThrow(BadContent)
  // A version can be restored over it, and honest editors repair it by deleting it.
  const good = checkContent({ type: 'doc', content: [paragraph('Wieder gut')] })
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  changeTo(copy, good)
  expect(contentOf(copy)).toEqual(good)
  text(doc).delete(0, text(doc).length)
  expect(contentOf(doc)).toEqual(emptyContent())
})

test('broken pieces of a journal are left out, wherever they stand, and nothing else', () => {
  const state = stateOf(checkContent({ type: 'doc', content: [paragraph('Anfang')] }))
  const { doc } = docFrom(state, [])
  const updates = ['eins', 'zwei', 'drei'].map((word) =>
    updateBy(() => {
      const one = new Y.XmlElement('paragraph')
      one.insert(0, [new Y.XmlText(word)])
      text(doc).insert(text(doc).length, [one])
    }, doc),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.uint8Array({ minLength: 1, maxLength: 60 })), {
        maxLength: 4,
      }),
      (noise) => {
        const rows = [...updates]
        for (const [at, bytes] of noise) rows.splice(at, 0, bytes)
        const words = contentOf(docFrom(state, rows).doc)
        expect(JSON.stringify(words)).toContain('Anfang')
        for (const word of ['eins', 'zwei', 'drei']) expect(JSON.stringify(words)).toContain(word)
      },
    ),
  )
})

test('a broken state is never taken for an empty text', () => {
  expect(() => docFrom(Buffer.from([1, 2, 3]), [])).toThrow()
})

const paragraph = (words: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
})
