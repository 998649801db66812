// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { adaptHtml, foreignPictures } from './foreign-html.ts'

const inside = (html: string) => adaptHtml(html).replace(/^<body[^>]*>|<\/body>$/g, '')

test.each([
  [
    'the <b> that Google Docs puts around everything',
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Text</p></b>',
    '<p>Text</p>',
  ],
  [
    'bold, italic and struck of Google Docs',
    '<span style="font-weight:700;color:red">a</span><span style="font-style:italic">b</span><span style="text-decoration:line-through">c</span>',
    '<span><strong>a</strong></span><span><em>b</em></span><span><s>c</s></span>',
  ],
  ['a real <b>', '<b style="color:red">a</b>', '<b>a</b>'],
  ['headings', '<h1>a</h1><h6 class="x">b</h6>', '<h2>a</h2><h4 class="x">b</h4>'],
  ['http', '<a href="http://b.example">x</a>', '<a href="https://b.example">x</a>'],
  ['words about styles', '<p>Das style="x" bleibt</p>', '<p>Das style="x" bleibt</p>'],
  ['a style sheet', '<style>p { color: red }</style><p>a</p>', '<p>a</p>'],
])('%s', (_what, html, adapted) => {
  expect(inside(html)).toBe(adapted)
})

test('no style attribute is left for the browser to complain about', () => {
  const html = `<p STYLE = 'mso-x:1'><i style=color:red>a</i></p><td\n style="width:1px">b</td>`
  expect(adaptHtml(html)).not.toMatch(/style/i)
})

test('pictures of other sites are counted, ours are not', () => {
  expect(foreignPictures('<img src="https://x.example/a.png"><IMG src=b>')).toBe(2)
  expect(foreignPictures('<img data-file="0" src="/dateien/0">')).toBe(0)
})
