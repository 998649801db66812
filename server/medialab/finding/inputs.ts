import { cleanText } from '#server/platform/text.ts'
import { isLocalDay, type LocalDay } from '#server/schools/calendar/contract.ts'
import { LIMITS } from '../contract.ts'
import { dayAfter, isSchoolDay } from '../opening/rules.ts'
import { basketOf, type Need, type Search, SEARCH } from './contract.ts'
import { searchWords as says } from './words.ts'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const LONGEST_LOAN = 366
const FIRST_DAY = '2020-01-01'
const LAST_DAY = '2099-12-31'

export const isPossibleDay = (day: string) => isLocalDay(day) && day >= FIRST_DAY && day <= LAST_DAY
export const isTime = (time: string) => TIME.test(time)

type Errors = Record<string, string[]>

/** What an address asks for. What is wrong with it stands beside its field, and a usual value is taken for it. */
export function searchOf(
  asked: URLSearchParams,
  today: LocalDay,
): { search: Search; errors: Errors; isAsked: boolean } {
  const errors: Errors = {}
  const isLoan = asked.get('art') === 'leihe'
  const usual = nextSchoolDay(today)
  const day = read(errors, asked, {
    name: 'tag',
    usual,
    isIt: isPossibleDay,
    else: says.missingDay,
  })
  const lastDay = isLoan ? lastDayOf(errors, asked, day) : day
  const from = read(errors, asked, { ...A_TIME, name: 'von', usual: '10:00' })
  const to = read(errors, asked, { ...A_TIME, name: 'bis', usual: '12:00' })
  if (!isLoan && to <= from) errors.bis ??= [says.endsFirst]
  const needs = needsOf(errors, asked)
  const isAsked = asked.has('was1')
  if (
    isAsked &&
    needs.length === 0 &&
    !Object.keys(errors).some((name) => name.startsWith('anzahl'))
  )
    errors.was1 = [says.missingNeed]
  const basket = basketOf(asked.get('korb') ?? '')
  const isAnyTime = asked.get('wann') === 'offen'
  return { search: { day, lastDay, from, to, isLoan, isAnyTime, needs, basket }, errors, isAsked }
}

type Reading = { name: string; usual: string; isIt: (value: string) => boolean; else: string }
const A_TIME = { isIt: isTime, else: says.missingTime }

function read(errors: Errors, asked: URLSearchParams, how: Reading): string {
  const given = asked.get(how.name) ?? ''
  if (given === '') return how.usual
  if (how.isIt(given)) return given
  errors[how.name] = [how.else]
  return how.usual
}

function lastDayOf(errors: Errors, asked: URLSearchParams, day: LocalDay): LocalDay {
  const usual = dayAfter(day, 4)
  const to = read(errors, asked, {
    ...{ name: 'bis_tag', usual, isIt: isPossibleDay, else: says.missingDay },
  })
  if (to < day) errors.bis_tag ??= [says.endsFirst]
  else if (to > dayAfter(day, LONGEST_LOAN)) errors.bis_tag ??= [says.tooLong]
  return errors.bis_tag ? usual : to
}

function needsOf(errors: Errors, asked: URLSearchParams): Need[] {
  return Array.from({ length: SEARCH.needs }, (_, n) => String(n + 1)).flatMap((n) => {
    const words = cleanText(asked.get(`was${n}`) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, SEARCH.words)
    const number = (asked.get(`anzahl${n}`) ?? '').trim()
    if (words === '') return []
    const quantity = number === '' ? 1 : Number(number)
    if (/^\d{1,5}$/.test(number || '1') && quantity >= 1 && quantity <= LIMITS.quantity)
      return [{ words, quantity }]
    errors[`anzahl${n}`] = [says.strangeNumber]
    return []
  })
}

function nextSchoolDay(today: LocalDay): LocalDay {
  for (let n = 1; n < 60; n++) if (isSchoolDay(dayAfter(today, n))) return dayAfter(today, n)
  return dayAfter(today)
}
