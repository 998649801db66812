import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { type FileFacts, may } from './policy.ts'

const me: Actor = {
  id: 'me',
  sessionId: '',
  firstName: 'Kim',
  lastName: 'Muster',
  isWelcomed: true,
  memberships: [],
}

/** How one may stand towards the thing of a file. The last ones no area should ever answer. */
const STANDINGS = {
  changes: { canRead: true, canChange: true },
  reads: { canRead: true, canChange: false },
  nothing: { canRead: false, canChange: false },
  contradiction: { canRead: false, canChange: true },
}
type Where = keyof typeof STANDINGS
const WHERE = Object.keys(STANDINGS) as Where[]

type State = Pick<FileFacts, 'isDeleted' | 'deletedBy'>
const there: State = { isDeleted: false, deletedBy: null }
const deletedByMe: State = { isDeleted: true, deletedBy: 'me' }
const deletedByOther: State = { isDeleted: true, deletedBy: 'another' }

const table: [act: keyof typeof may, state: State, ofOthers: Where[], ofOneself: Where[]][] = [
  ['read', there, ['changes', 'reads'], ['changes', 'reads']],
  ['read', deletedByMe, [], []],
  ['read', deletedByOther, [], []],
  ['add', there, ['changes'], ['changes']],
  ['replace', there, ['changes'], ['changes']],
  ['replace', deletedByMe, [], []],
  ['delete', there, ['changes'], ['changes', 'reads']],
  ['delete', deletedByMe, [], []],
  ['restore', there, [], []],
  ['restore', deletedByMe, ['changes'], ['changes', 'reads']],
  ['restore', deletedByOther, ['changes'], ['changes']],
]

describe('a file', () => {
  test('the table names every right', () => {
    expect([...new Set(table.map(([act]) => act))].sort()).toEqual(Object.keys(may).sort())
  })
  test.each(table)('%s %j', (act, state, ofOthers, ofOneself) => {
    const who = (createdBy: string | null) =>
      WHERE.filter((where) => {
        const standing = { ...STANDINGS[where], plgId: null }
        return may[act](me, { standing, createdBy, ...state })
      })
    expect(who('another')).toEqual(ofOthers)
    expect(who(null)).toEqual(ofOthers)
    expect(who('me')).toEqual(ofOneself)
  })
  test.each(table)(
    '%s %j, where something rests on it: whose it is makes no difference',
    (act, state) => {
      for (const where of WHERE) {
        const standing = { ...STANDINGS[where], plgId: null, isFixed: true }
        const [own, ofOthers] = ['me', 'another'].map((createdBy) =>
          may[act](me, { standing, createdBy, ...state }),
        )
        expect(own).toBe(ofOthers)
      }
    },
  )
})
