import { Badge } from '#app/ui/badge.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Link } from '#app/ui/link.tsx'
import { dayName } from '#server/concepts/goals/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { type Entry, PARTS } from '#server/concepts/reflections/contract.ts'
import { contextNames, partNames, words } from '#server/concepts/reflections/words.ts'
import { visibilityNames } from '#server/concepts/words.ts'

/** One entry of the log, with Nutzung and Nutzen apart. */
export function EntryCard({
  entry,
  school,
  canCorrect,
}: {
  entry: Entry
  school: string
  canCorrect: boolean
}) {
  const { id, heldOn, context, author, source, isHidden, correctedBy, corrects } = entry
  const texts = PARTS.filter((part) => entry[part] !== '')
  return (
    <li id={`eintrag-${id}`} className="min-w-0 rounded-xl border border-linie bg-flaeche p-karte">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">
          {contextNames[context]}, {dayName(heldOn)}
        </h3>
        <span className="flex flex-wrap gap-2">
          {correctedBy && <Badge tone="offen">Berichtigt</Badge>}
          {corrects && <Badge tone="aktion">Berichtigung</Badge>}
        </span>
      </div>
      <p className="text-sm text-leise">
        {[author ?? 'Ehemalige Person', visibilityNames[entry.visibility]].join(' · ')}
      </p>
      <Origin entry={entry} school={school} />
      {texts.length > 0 && (
        <div className="mt-2">
          <DefinitionList
            facts={texts.map((part) => [
              partNames[part],
              <span key={part} className="wrap-anywhere whitespace-pre-line">
                {entry[part]}
              </span>,
            ])}
          />
        </div>
      )}
      {correctedBy && (
        <p className="mt-2">
          <a href={`#eintrag-${correctedBy}`}>Zur Berichtigung</a>
        </p>
      )}
      {canCorrect && !correctedBy && !isHidden && (
        <p className="mt-2">
          <Link
            to={`${paths.newReflection(school)}?berichtigt=${id}`}
            className="inline-flex min-h-11 items-center underline"
          >
            {source && texts.length === 0 ? 'Eigene Worte ergänzen' : 'Berichtigen'}
            <span className="sr-only">
              : {contextNames[context]}, {dayName(heldOn)}
            </span>
          </Link>
        </p>
      )}
    </li>
  )
}

/** What it came of, and which goal it is about. */
function Origin({ entry, school }: { entry: Entry; school: string }) {
  const { isHidden, source, goal } = entry
  return (
    <>
      {isHidden && <p className="mt-2">{words.hidden}</p>}
      {source && (
        <p className="mt-2 wrap-anywhere">
          {source.word}: <Link to={source.path}>{source.title}</Link>
        </p>
      )}
      {goal && (
        <p className="mt-2 wrap-anywhere">
          Ziel: <Link to={paths.goal(school, goal.number)}>{goal.title}</Link>
        </p>
      )}
    </>
  )
}
