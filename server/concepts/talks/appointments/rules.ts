import { momentOf } from '#server/platform/local-time.ts'

export type Asked = { day?: string | undefined; from?: string | undefined; to?: string | undefined }
export type Period = { startsAt: Date; endsAt: Date }
export type Fault = 'incomplete' | 'endsFirst' | 'isPast'

/** The moments of a line; undefined when it is empty. */
export function periodOf({ day, from, to }: Asked, now: Date): Period | Fault | undefined {
  if (!day && !from && !to) return undefined
  if (!day || !from || !to) return 'incomplete'
  const period = { startsAt: momentOf(day, from), endsAt: momentOf(day, to) }
  if (period.endsAt <= period.startsAt) return 'endsFirst'
  return period.startsAt <= now ? 'isPast' : period
}
