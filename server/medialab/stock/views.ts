import type { Stock } from './contract.ts'

/** All that can be taken of these: their own things, their rooms, their people. */
export const resourceIdsOf = (all: Stock[]): string[] => [
  ...new Set(
    all.flatMap(({ resources, room, staff }) => [
      ...[...resources, ...staff].map(({ id }) => id),
      ...(room ? [room.resource.id] : []),
    ]),
  ),
]
