import { z } from 'zod'
import { refusals } from './words.ts'

/** "2026-11-27", from that or from "27.11.2026"; undefined for what is no day. */
export function dayIn(text: string): string | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : text
  if (!/^20\d\d-\d\d-\d\d$/.test(iso)) return undefined
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** A day as a date field sends it, or as people type it; left empty it is null. */
export const optionalDay = z
  .string()
  .optional()
  .transform((value, context) => {
    if (!value?.trim()) return null
    const day = dayIn(value.trim())
    if (day) return day
    context.addIssue({ code: 'custom', message: refusals.day })
    return z.NEVER
  })

/** Which state of a row somebody has before their eyes. */
export const version = z
  .number({ error: refusals.stale })
  .int(refusals.stale)
  .min(1, refusals.stale)
  .max(2_000_000_000, refusals.stale)
