import { Card } from '#app/ui/card.tsx'
import { List, NewsRow } from '#app/ui/list.tsx'
import type { PlgCard } from '#server/plg/contract.ts'
import { paths } from '#server/plg/paths.ts'
import { noteOf, phaseNames } from '#server/plg/words.ts'

/** The PLGs of a school that the reader may know of. */
export function SchoolPlgs({ plgs }: { plgs: PlgCard[] }) {
  return (
    <Card title="PLGs dieser Schule">
      {plgs.length === 0 ? (
        <p className="text-leise">Keine PLG, die Sie sehen können.</p>
      ) : (
        <List>
          {plgs.map((plg) => (
            <NewsRow
              key={plg.id}
              to={paths.plg(plg.slug)}
              title={plg.title}
              meta={noteOf(plg) ?? `Phase ${phaseNames[plg.phase]}`}
            >
              {plg.question}
            </NewsRow>
          ))}
        </List>
      )}
    </Card>
  )
}
