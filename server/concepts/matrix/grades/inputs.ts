import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { words } from './words.ts'

const LONGEST = { subject: 60, level: 60 }
const MOST = 40

/** One on each line. */
const lines = (longest: number) =>
  optionalParagraph({ max: 3000 }).transform((text, context) => {
    const all = [...new Set(text.split('\n').map((one) => one.replace(/\s+/g, ' ').trim()))]
    const named = all.filter(Boolean)
    if (named.length > MOST || named.some((one) => one.length > longest))
      context.addIssue({ code: 'custom', message: words.tooMuch })
    return named
  })

export const ownListsInput = z.strictObject({
  subjects: lines(LONGEST.subject),
  levels: lines(LONGEST.level),
})
