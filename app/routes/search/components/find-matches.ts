export type Piece = { text: string; isMatch: boolean }

/**
 * Cuts a text into pieces that match one of the words and pieces that do not, compared like the search
 * itself does: without accents and case, "ß" as "ss". The pieces joined are the text again.
 */
export function findMatches(text: string, words: string[]): Piece[] {
  const { folded, origin } = foldWithOrigin(text)
  const letters = [...text]
  const isMatch = letters.map(() => false)
  for (const word of words.map((one) => foldWithOrigin(one).folded).filter(Boolean))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      for (let i = at; i < at + word.length; i++) isMatch[origin[i] ?? 0] = true
  return joined(letters, isMatch)
}

/** The text as the search sees it, and for each of its units the letter it came from. */
function foldWithOrigin(text: string) {
  let folded = ''
  const origin: number[] = []
  ;[...text].forEach((letter, at) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
    folded += plain
    for (let i = 0; i < plain.length; i++) origin.push(at)
  })
  return { folded, origin }
}

function joined(letters: string[], isMatch: boolean[]): Piece[] {
  const pieces: Piece[] = []
  letters.forEach((letter, at) => {
    const last = pieces.at(-1)
    if (last && last.isMatch === isMatch[at]) last.text += letter
    else pieces.push({ text: letter, isMatch: isMatch[at] ?? false })
  })
  return pieces
}
