import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, renderMarkdown } from './rich-text.ts'

describe('small Markdown', () => {
  test.each([
    ['**fett**', '<p><strong>fett</strong></p>'],
    ['- eins\n- zwei', '<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>'],
    ['> Zitat', '<blockquote>\n<p>Zitat</p>\n</blockquote>'],
    ['`x`', '<p><code>x</code></p>'],
    ['~~weg~~', '<p><del>weg</del></p>'],
    ['# groß', '<h3>groß</h3>'],
    ['###### klein', '<h6>klein</h6>'],
  ])('%j', (markdown, html) => expect(renderMarkdown(markdown)).toBe(html))

  test('marks links of people so that they lead no search engine and no referrer', () => {
    expect(renderMarkdown('[Seite](https://a.example)')).toContain(
      '<a rel="noopener noreferrer nofollow" href="https://a.example">Seite</a>',
    )
  })

  test('has tables', () => {
    expect(renderMarkdown('|a|b|\n|-|-|\n|1|2|')).toContain('<td>1</td>')
  })
})

describe('nothing of a person becomes active', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:alert(1))',
    '<javascript:alert(1)>',
    '[x]( "onmouseover=alert(1))',
    '[x](https://a.example" onclick="alert(1))',
    '![x](https://evil.example/pixel.gif)',
    '<details open ontoggle=alert(1)>',
    '```html\n<script>alert(1)</script>\n```',
    '<!-- --><script>alert(1)</script>',
    '<style>*{display:none}</style>',
    '<form action="https://evil.example"><input></form>',
    '[^1]\n\n[^1]: <script>alert(1)</script>',
  ])('%s', (markdown) => {
    const html = renderMarkdown(markdown)
    expect(html).not.toMatch(
      /<(script|img|svg|iframe|style|form|details|object|embed|meta|base)\b/i,
    )
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i)
    expect(html).not.toMatch(/(href|src)="\s*(javascript|data|vbscript):/i)
  })

  test('whatever is typed, only known tags come out', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '[',
      ']',
      '(',
      ')',
      '`',
      '*',
      '\n',
      '!',
      ':',
      'a',
      'script',
      'onload=',
      'javascript:',
      '&',
      '|',
      '-',
      '#',
      '@Kim',
    )
    const known =
      /^\/?(p|strong|em|del|a|code|pre|ul|ol|li|blockquote|h[3-6]|hr|br|table|thead|tbody|tr|th|td|input|sup|section|span)\b/
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const html = renderMarkdown(parts.join(''), ['Kim'])
        for (const [, inside] of html.matchAll(/<([^>]*)>/g)) {
          expect(inside).toMatch(known)
          expect(inside?.replace(/"[^"]*"/g, '')).not.toMatch(/\son/i)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('mentions', () => {
  test('mark the longest name, outside links and code', () => {
    const html = renderMarkdown(
      '@Kim Muster-Hof und @Kim Muster, `@Kim Muster`, [@Kim Muster](https://a.example)',
      ['Kim Muster', 'Kim Muster-Hof'],
    )
    expect(html.match(/<span class="mention">@Kim Muster<\/span>/g)).toHaveLength(1)
    expect(html).toContain('<span class="mention">@Kim Muster-Hof</span>')
  })

  test('of a name with signs of HTML stay text', () => {
    expect(renderMarkdown('@<b>Kim', ['<b>Kim'])).toBe(
      '<p><span class="mention">@&lt;b&gt;Kim</span></p>',
    )
  })
})

describe('the words without marks', () => {
  test.each([
    ['**fett** und [Link](https://a.example)', 'fett und Link'],
    ['# Titel\n\n- eins', 'Titel eins'],
    ['```js\ncode\n```danach', 'danach'],
  ])('of %j', (markdown, text) => expect(plainText(markdown)).toBe(text))

  test('are cut between letters, with a sign that says so', () => {
    expect(plainText('👍👍👍👍', 3)).toBe('👍👍…')
  })
})
