import { blockNames } from '#server/medialab/grid/words.ts'

const BOX = 'inline-block size-4 rounded border'
const SIGNS = [
  ['border-transparent bg-aktion', blockNames.own],
  ['border-rand bg-offen-zart', blockNames.taken],
  ['border-ok bg-ok-zart', 'Workshop'],
  ['border-dashed border-achtung bg-achtung-zart', blockNames.asked],
] as const

/** What the colours say; each cell says it in words, too. */
export function Legend({ seesAll }: { seesAll: boolean }) {
  return (
    <ul aria-label="Zeichen" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-leise">
      <li>+ Frei</li>
      {SIGNS.map(([look, words]) => (
        <li key={words} className="flex items-center gap-1.5">
          <span className={`${BOX} ${look}`} />
          {words === blockNames.taken && seesAll ? 'Gebucht, mit Schule' : words}
        </li>
      ))}
    </ul>
  )
}
