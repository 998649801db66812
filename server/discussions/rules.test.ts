import { describe, expect, test } from 'vitest'
import { hasTooManyMarks, mentionedIn, pageOf, pageToOpen, topicNumber } from './rules.ts'

test.each([
  ['12-bruchrechnen', 12],
  ['12', 12],
  ['12-', 12],
  ['0-null', undefined],
  ['12abc', undefined],
  ['-1', undefined],
  ['1e3-x', undefined],
  ['99999999999-x', undefined],
  ['', undefined],
  [undefined, undefined],
])('the number of the topic at %j is %j', (param, number) => {
  expect(topicNumber(param)).toBe(number)
})

test.each([
  [0, 1],
  [1, 1],
  [30, 1],
  [31, 2],
  [61, 3],
])('post %i stands on page %i', (number, page) => expect(pageOf(number)).toBe(page))

test.each([
  ['opens at the first unread post', null, 31, 95, 2],
  ['opens at the end when all is read', null, null, 95, 4],
  ['opens the page asked for', 1, 31, 95, 1],
  ['stops at the last page', 99, null, 95, 4],
  ['has one page when empty', null, null, 0, 1],
])('%s', (_name, asked, firstUnread, posts, page) => {
  expect(pageToOpen(asked, firstUnread, posts)).toBe(page)
})

describe('mentions', () => {
  const member = (firstName: string, lastName: string) => ({ firstName, lastName })
  const lang = member('Kim', 'Lang')
  const double = member('Kim', 'Lang-Meier')
  const turkish = member('Çağla', 'Şahin')
  const members = [lang, double, turkish]
  test.each([
    ['@Kim Lang, danke', [lang]],
    ['Danke @Kim Lang', [lang]],
    ['@Kim Lang-Meier', [double]],
    ['@Kim Lang- und @Kim Lang-Meier', [lang, double]],
    ['(@Çağla Şahin)', [turkish]],
    ['@Kim Langer', []],
    ['@Kim Lang2', []],
    ['post@Kim Lang', []],
    ['@kim lang', []],
    ['Kim Lang', []],
    ['@Kim Lang und noch einmal @Kim Lang', [lang]],
    ['@@Kim Lang', [lang]],
  ])('%j', (body, found) => expect(mentionedIn(body, members)).toEqual(found))

  test('two members of one name are both meant', () => {
    const twin = member('Kim', 'Lang')
    expect(mentionedIn('@Kim Lang', [lang, twin])).toEqual([lang, twin])
  })
})

test.each([
  ['**wichtig** '.repeat(100), false],
  ['Ein Satz. '.repeat(800), false],
  ['*a '.repeat(2600), true],
  ['>'.repeat(8000), true],
])('counts marks of %.12s…', (body, isTooMuch) => expect(hasTooManyMarks(body)).toBe(isTooMuch))
