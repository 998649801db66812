import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { dayAfter } from '../opening/rules.ts'
import type { When } from '../placing/contract.ts'

type InLine = { id: string; runsProject: boolean; hadLately: boolean; askedAt: Date }

const rankOf = ({ runsProject, hadLately }: InLine) => (runsProject ? 0 : hadLately ? 2 : 1)

/** Rule 15: who works on something, then schools that had none of it for a year, then first come. */
export const inOrder = <One extends InLine>(line: One[]): One[] =>
  line.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) || a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1),
  )

type Asked = { tag: string; bis_tag?: string; von?: string; bis?: string }

/** From hour to hour of one day, or from day to day. */
export const whenAsked = ({ tag, bis_tag: last, von, bis }: Asked): When =>
  von && bis
    ? { from: tag, to: tag, span: { from: von, to: bis } }
    : { from: tag, to: last ?? tag, span: null }

/** The time of an entry, read back. */
export function whenOf(entry: { startsAt: Date; endsAt: Date; isLoan: boolean }): When {
  const { startsAt, endsAt, isLoan } = entry
  const from = localDayOf(startsAt)
  if (isLoan) return { from, to: dayAfter(localDayOf(endsAt), -1), span: null }
  return { from, to: from, span: { from: localTimeOf(startsAt), to: localTimeOf(endsAt) } }
}
