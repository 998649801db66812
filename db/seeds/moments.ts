/** Moments of the demonstration, counted back from when it is filled, so that "heute" is always today. */
export function momentsBefore(now: Date) {
  const minutes = (count: number) => new Date(now.getTime() - count * 60_000)
  return {
    minutesAgo: minutes,
    hoursAgo: (count: number) => minutes(count * 60),
    /** `extraMinutes` below zero: that much later on that day. */
    daysAgo: (count: number, extraMinutes = 0) => minutes(count * 24 * 60 + extraMinutes),
  }
}

export type Moments = ReturnType<typeof momentsBefore>
