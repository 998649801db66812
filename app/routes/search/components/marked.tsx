import { findMatches } from '#app/routes/search/components/find-matches.ts'

/** A text in which the words that were looked for are marked. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  return findMatches(text, words).map(({ text: piece, isMatch }, at) =>
    isMatch ? (
      <mark key={at} className="rounded-sm bg-achtung-zart text-schrift underline decoration-2">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
