import type { Piece } from '#server/concepts/network/contract.ts'

/** A text in which what was looked for is marked. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isMatch }, at) =>
    isMatch ? (
      <mark key={at} className="rounded-sm bg-achtung-zart text-schrift underline decoration-2">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
