import type { ReactNode } from 'react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { number } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { paths } from '#server/schools/paths.ts'
import type { FieldChange, ImportSummary, SchoolLine } from '#server/schools/register/contract.ts'
import { schoolsOf, wordOfField, wordOfValue } from '#server/schools/register/words.ts'

type Review = {
  id: string
  fileName: string
  fileHash: string
  withDistricts: boolean
  summary: ImportSummary
}

/** All that an import would change, and the one button that changes it. */
export function ImportReview({ review, reply }: { review: Review; reply: Reply }) {
  const { summary } = review
  const hasNews = summary.created.length + summary.changed.length + summary.missing.length > 0
  return (
    <>
      <Card title={review.fileName}>
        <DefinitionList
          facts={[
            ['Gelesen', `${number(summary.rowsRead)} Zeilen, für ganz NRW`],
            ['In Duisburg', schoolsOf(summary)],
            ['Keine Schulen', `${number(summary.notSchools)} (Schulamt, Seminare)`],
            [
              'Stadtbezirke',
              review.withDistricts ? 'aus der zweiten Datei' : 'bleiben, wie sie sind',
            ],
            ['Unverändert', number(summary.unchanged)],
            ['Prüfsumme', <code key="hash">{review.fileHash.slice(0, 12)}</code>],
          ]}
        />
        {!hasNews && (
          <div className="mt-3">
            <Notice>Die Datei sagt nichts Neues: Alle Schulen stehen schon so hier.</Notice>
          </div>
        )}
        <HouseForm reply={reply} className="mt-4 flex flex-wrap gap-3">
          <input type="hidden" name="uploadId" value={review.id} />
          <Button name="intent" value="apply">
            Übernehmen
          </Button>
          <ButtonLink to={paths.import()}>Andere Datei</ButtonLink>
        </HouseForm>
      </Card>
      <Hints hints={summary.hints} />
      <Changed changed={summary.changed} />
      <Lines
        title="Fehlt im Register"
        lead="Ihre Schließung wird vorgeschlagen. Nach dem Übernehmen entscheiden Sie unter „Schulen verwalten“, ob diese Schulen geschlossen sind."
        lines={summary.missing}
      />
      <Lines title="Neu" lines={summary.created} />
    </>
  )
}

/** No page of a browser gets better with thousands of rows. */
const MOST_SHOWN = 300

function More({ total }: { total: number }) {
  if (total <= MOST_SHOWN) return null
  return <p className="mt-2 text-leise">und {number(total - MOST_SHOWN)} weitere</p>
}

function Lines({ title, lead, lines }: { title: string; lead?: ReactNode; lines: SchoolLine[] }) {
  if (lines.length === 0) return null
  return (
    <Card title={title} aside={number(lines.length)} lead={lead}>
      <List>
        {lines.slice(0, MOST_SHOWN).map((line) => (
          <li key={line.schoolNumber} className="py-zeile">
            <p>
              <span className="font-semibold">{line.name}</span>{' '}
              <span className="text-leise">{line.schoolNumber}</span>
            </p>
            <p className="text-sm text-leise">{line.note}</p>
          </li>
        ))}
      </List>
      <More total={lines.length} />
    </Card>
  )
}

function Changed({ changed }: { changed: ImportSummary['changed'] }) {
  if (changed.length === 0) return null
  return (
    <Card title="Geändert" aside={number(changed.length)}>
      <List>
        {changed.slice(0, MOST_SHOWN).map((school) => (
          <li key={school.schoolNumber} className="py-zeile">
            <p>
              <span className="font-semibold">{school.name}</span>{' '}
              <span className="text-leise">{school.schoolNumber}</span>
            </p>
            <ul>
              {school.changes.map((change) => (
                <li key={change.field}>
                  <ChangeWords {...change} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </List>
      <More total={changed.length} />
    </Card>
  )
}

/** "Straße: Uferweg 1 → Uferweg 2", with words for who cannot see the arrow. */
export function ChangeWords({ field, before, after }: FieldChange) {
  return (
    <>
      <span className="text-leise">{wordOfField(field)}: </span>
      <del className="decoration-1">
        <span className="sr-only">vorher </span>
        {wordOfValue(field, before)}
      </del>{' '}
      <span aria-hidden="true">→ </span>
      <ins className="no-underline">
        <span className="sr-only">nachher </span>
        {wordOfValue(field, after)}
      </ins>
    </>
  )
}

function Hints({ hints }: { hints: string[] }) {
  if (hints.length === 0) return null
  return (
    <Notice tone="achtung" title="Bitte beachten">
      <ul>
        {hints.slice(0, MOST_SHOWN).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <More total={hints.length} />
    </Notice>
  )
}
