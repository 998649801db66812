import { useShortcuts } from '#app/layout/use-shortcuts.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { NumberKey, pressNumbered, useNumberKeys } from '#app/ui/number-keys.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import type { MergedField } from '#server/software/curation/merging/contract.ts'
import { fieldNames } from '#server/software/curation/merging/words.ts'
import { paths } from '#server/software/paths.ts'
import {
  advertisingNames,
  costNames,
  functionNames,
  kindNames,
  offlineNames,
} from '#server/software/words.ts'

type Entry = { id: string; slug: string; name: string; version: number }
type Props = {
  pair: {
    target: Entry
    source: Entry
    fields: { field: MergedField; target: string; source: string }[]
    moving: string
    blocked: string | null
  }
  reply?: Reply
}

const WORDS: Partial<Record<MergedField, Record<string, string>>> = {
  kind: kindNames,
  functionTags: functionNames,
  subjects: subjectNames,
  gradeBands: gradeBandNames,
  schoolForms: schoolFormWords,
  costModel: costNames,
  offlineUse: offlineNames,
  advertising: advertisingNames,
}

/** Two entries field by field, what would move, and the three things one can do. */
export function DuplicatePair({ pair, reply }: Props) {
  const { target, source, fields, moving, blocked } = pair
  const hasKeys = useShortcuts()
  useNumberKeys(hasKeys, pressNumbered)
  return (
    <div className="grid max-w-[56rem] gap-4">
      <Card
        title={<span className="wrap-anywhere">„{target.name}“ bleibt</span>}
        lead={`„${source.name}“ geht darin auf. Die alte Adresse führt danach hierher.`}
        aside={
          <ButtonLink to={paths.pair(source.slug, target.slug)} variant="tertiary">
            Umgekehrt
          </ButtonLink>
        }
      >
        {blocked ? (
          <Notice tone="stopp" title={blocked} />
        ) : (
          <HouseForm reply={reply}>
            <input type="hidden" name="sourceId" value={source.id} />
            <input type="hidden" name="targetId" value={target.id} />
            <input type="hidden" name="sourceVersion" value={source.version} />
            <input type="hidden" name="targetVersion" value={target.version} />
            {fields.map(({ field, ...values }) => (
              <RadioRows
                key={field}
                name={field}
                label={fieldNames[field]}
                defaultValue={values.target === '' ? 'source' : 'target'}
                choices={(['target', 'source'] as const).map((side) => ({
                  value: side,
                  label: shown(field, values[side]),
                  hint: `Aus „${side === 'target' ? target.name : source.name}“`,
                }))}
              />
            ))}
            <Notice title={moving ? `Es ziehen um: ${moving}` : 'An diesem Eintrag hängt nichts.'}>
              Wer beiden Einträgen folgt oder beide gemerkt hat, hat danach einen.
            </Notice>
            <div>
              <Button name="intent" value="merge">
                {hasKeys && <NumberKey digit={1} />}
                Zusammenführen
              </Button>
            </div>
          </HouseForm>
        )}
      </Card>
      <HouseForm className="flex flex-wrap gap-3">
        <input type="hidden" name="oneId" value={target.id} />
        <input type="hidden" name="otherId" value={source.id} />
        <Button name="intent" value="distinct" variant="secondary">
          {hasKeys && <NumberKey digit={2} />}
          Keine Dublette
        </Button>
        <ButtonLink to={paths.duplicates()} variant="tertiary">
          {hasKeys && <NumberKey digit={3} />}
          Abbrechen
        </ButtonLink>
      </HouseForm>
    </div>
  )
}

function shown(field: MergedField, value: string): string {
  if (value === '') return 'Keine Angabe'
  const words = WORDS[field]
  return words
    ? value
        .split(',')
        .map((key) => words[key] ?? key)
        .join(', ')
    : value
}
