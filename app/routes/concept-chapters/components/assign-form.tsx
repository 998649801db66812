import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CONTROL } from '#app/ui/field-frame.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { LIMITS } from '#server/concepts/chapters/contract.ts'
import { CHAPTER_KINDS } from '#server/concepts/contract.ts'
import type { PieceLine } from '#server/concepts/importing/contract.ts'
import { chapterNames } from '#server/concepts/words.ts'

type Chapter = { id: string; title: string; isEmpty: boolean }
type Props = { pieces: PieceLine[]; chapters: Chapter[]; reply?: Reply }

/** Each piece of the file with where it goes and how it is called there. */
export function AssignForm({ pieces, chapters, reply }: Props) {
  const sent = (name: string, at: number) => {
    const value = [reply?.initialValue?.[name]].flat()[at]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <Card
      title="Kapitel zuordnen"
      lead="Prüfen Sie die Vorschläge. Ersetzt wird nur, was Sie hier wählen; der frühere Text bleibt als Version."
    >
      <HouseForm reply={reply} autoComplete="off">
        <ol className="divide-y divide-linie">
          {pieces.map((piece, at) => (
            <li key={at} className="grid gap-2 py-zeile md:grid-cols-2 md:gap-4">
              <div className="min-w-0">
                <label htmlFor={`titel-${at}`} className="font-semibold">
                  Titel <span className="sr-only">von Abschnitt {at + 1}</span>
                </label>
                <input
                  id={`titel-${at}`}
                  name="title"
                  maxLength={LIMITS.title.max}
                  defaultValue={sent('title', at) ?? piece.title}
                  className={CONTROL}
                />
                <p className="mt-1 line-clamp-2 text-sm wrap-anywhere text-leise">
                  {aboutOf(piece)}
                </p>
              </div>
              <div className="min-w-0">
                <label htmlFor={`ziel-${at}`} className="font-semibold">
                  Kommt in <span className="sr-only">(Abschnitt {at + 1})</span>
                </label>
                <select
                  id={`ziel-${at}`}
                  name="to"
                  defaultValue={sent('to', at) ?? piece.proposed}
                  className={CONTROL}
                >
                  <optgroup label="Neues Kapitel">
                    {CHAPTER_KINDS.map((kind) => (
                      <option key={kind} value={`new:${kind}`}>
                        Neu: {chapterNames[kind]}
                      </option>
                    ))}
                  </optgroup>
                  {chapters.length > 0 && (
                    <optgroup label="Vorhandenes Kapitel">
                      {chapters.map(({ id, title, isEmpty }) => (
                        <option key={id} value={`in:${id}`}>
                          {isEmpty ? 'In' : 'Ersetzt'}: {title}
                        </option>
                      ))}
                    </optgroup>
                  )}
                  <optgroup label="Sonst">
                    {at > 0 && <option value="above">An den Abschnitt davor</option>}
                    <option value="skip">Weglassen</option>
                  </optgroup>
                </select>
              </div>
            </li>
          ))}
        </ol>
        <Button name="intent" value="take">
          Übernehmen
        </Button>
      </HouseForm>
    </Card>
  )
}

function aboutOf({ firstWords, pictures, tables }: PieceLine): string {
  const counts = [
    tables > 0 && plural(tables, 'Tabelle', 'Tabellen'),
    pictures > 0 && plural(pictures, 'Bild', 'Bilder'),
  ]
  return [...counts, firstWords || 'Ohne Text'].filter(Boolean).join(' · ')
}
