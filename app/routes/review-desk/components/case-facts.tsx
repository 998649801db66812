import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, plural } from '#app/ui/format.ts'
import { outcomeNames, priorityNames, reasonNames } from '#server/software/cases/words.ts'
import { documentNames, sealNames } from '#server/software/review/words.ts'
import type { ReviewView } from './view.ts'

/** Why it is reviewed, what seals there are elsewhere, which documents lie here. */
export function CaseFacts({ view }: { view: ReviewView }) {
  const { case: one, uses, seals, documents } = view
  return (
    <Card title="Anlass und Unterlagen">
      <DefinitionList
        facts={[
          ['Anlass', reasonNames[one.reason]],
          [
            'Wofür',
            <span key="p" className="whitespace-pre-line">
              {one.purpose}
            </span>,
          ],
          ['Vorgeschlagen von', [one.requester, one.school].filter(Boolean).join(', ')],
          ['Wer wartet', plural(one.schools, 'Schule', 'Schulen')],
          ['Gebraucht bis', one.neededBy && day(one.neededBy)],
          ['Dringlichkeit', priorityNames[one.priority]],
          ['Ergebnis', one.outcome && outcomeNames[one.outcome]],
          ['Nutzungen', uses.map(({ label, variant }) => `${variant}: ${label}`).join(' · ')],
          ...seals.map(({ scheme, result, validUntil }): [string, string] => [
            `Siegel ${sealNames[scheme] ?? scheme}`,
            [result, validUntil && `gültig bis ${day(validUntil)}`].filter(Boolean).join(', '),
          ]),
          ...documents.map(({ kind, url, versionLabel, retrievedOn }): [string, ReactNode] => [
            documentNames[kind] ?? kind,
            <span key={kind} className="wrap-anywhere">
              {url ? (
                <a href={url} rel="noreferrer" className="underline">
                  {versionLabel || url}
                </a>
              ) : (
                versionLabel || 'liegt vor'
              )}
              {retrievedOn && `, abgerufen am ${day(retrievedOn)}`}
            </span>,
          ]),
        ]}
      />
    </Card>
  )
}
