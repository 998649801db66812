import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, plural } from '#app/ui/format.ts'
import { outcomeNames, priorityNames, reasonNames } from '#server/software/cases/words.ts'
import { documentNames, sealNames } from '#server/software/review/words.ts'
import { paths } from '#server/software/paths.ts'
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
            one.purpose && (
              <span key="p" className="whitespace-pre-line">
                {one.purpose}
              </span>
            ),
          ],
          ['Vorgeschlagen von', [one.requester, one.school].filter(Boolean).join(', ')],
          ['Wer wartet', one.schools > 0 && plural(one.schools, 'Schule', 'Schulen')],
          ['Gebraucht bis', one.neededBy && day(one.neededBy)],
          ['Dringlichkeit', priorityNames[one.priority]],
          ['Ergebnis', one.outcome && outcomeNames[one.outcome]],
          ['Nutzungen', uses.map(({ label, variant }) => `${variant}: ${label}`).join(' · ')],
          ...seals.map(({ scheme, result, validUntil }): [string, string] => [
            `Siegel ${sealNames[scheme] ?? scheme}`,
            [result, validUntil && `gültig bis ${day(validUntil)}`].filter(Boolean).join(', '),
          ]),
          ...documents.map(
            ({ id, kind, url, versionLabel, retrievedOn, file }): [string, ReactNode] => [
              documentNames[kind] ?? kind,
              <span key={kind} className="wrap-anywhere">
                {file && (
                  <>
                    <a href={paths.document(one.slug, id)} className="underline">
                      {file}
                    </a>
                    {', '}
                  </>
                )}
                {url ? (
                  <a href={url} rel="noreferrer" className="underline">
                    {versionLabel || url}
                  </a>
                ) : (
                  versionLabel || 'liegt vor'
                )}
                {retrievedOn && `, abgerufen am ${day(retrievedOn)}`}
              </span>,
            ],
          ),
        ]}
      />
    </Card>
  )
}
