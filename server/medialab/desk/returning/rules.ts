import type { DateState } from '../../contract.ts'
import type { BackLine, Progress } from './contract.ts'

export const restOf = ({ went, back, missing }: Pick<BackLine, 'went' | 'back' | 'missing'>) =>
  went - back - missing

const sum = (lines: BackLine[], of: 'went' | 'back' | 'missing') =>
  lines.reduce((all, line) => all + line[of], 0)

/** How far a return is. */
export function progressOf(lines: BackLine[]): Progress {
  const units = lines.filter(({ isUnit }) => isUnit)
  const counted = units.length > 0 ? units : lines
  return {
    back: sum(counted, 'back'),
    missing: sum(counted, 'missing'),
    of: sum(counted, 'went'),
    isAll: lines.every((line) => restOf(line) === 0),
    isAny: lines.some(({ back, missing }) => back + missing > 0),
  }
}

/** The state that the lines say, while it is not finished. */
export const stateOf = ({ isAny }: Progress): DateState => (isAny ? 'partly_back' : 'out')
