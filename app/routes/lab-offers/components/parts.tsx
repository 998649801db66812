import type { Reply as Answer } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { type Item, type Part, PART_STATES } from '#server/medialab/offers/items/contract.ts'
import { partStateNames } from '#server/medialab/offers/items/words.ts'

type Props = { item: Item; parts: Part[]; clientKey: string; reply: Answer | undefined }

/** What belongs to it: the check list of the counter. */
export function Parts({ item, parts, clientKey, reply }: Props) {
  const replyTo = (intent: string) => (reply?.intent === intent ? reply : undefined)
  const units = parts.filter(({ isUnit }) => isUnit).length
  return (
    <Card title="Teile" lead="Nach dieser Liste wird ausgegeben und zurückgenommen.">
      {parts.length > 0 && (
        <List>
          {parts.map((part) => (
            <li key={part.id} className="py-1">
              <PartFold
                part={part}
                reply={reply?.initialValue?.part === part.id ? reply : undefined}
              />
            </li>
          ))}
        </List>
      )}
      {item.isCounted && units < item.total && (
        <Fold title="Aufkleber für jedes Stück" isOpen={Boolean(replyTo('units'))}>
          <HouseForm reply={replyTo('units')}>
            <TextField
              {...{ name: 'name', label: 'Wie heißt ein Stück?', maxLength: 100 }}
              hint={`Es fehlen ${item.total - units}. Sie heißen dann „iPad 22“, „iPad 23“ und so weiter.`}
            />
            <div>
              <Button name="intent" value="units" variant="secondary">
                Codes anlegen
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
      <Fold title="Teil hinzufügen" isOpen={Boolean(replyTo('addPart'))}>
        <HouseForm clientKey={clientKey} reply={replyTo('addPart')}>
          <PartFields />
          <div>
            <Button name="intent" value="addPart">
              Teil hinzufügen
            </Button>
          </div>
        </HouseForm>
      </Fold>
    </Card>
  )
}

function PartFold({ part, reply }: { part: Part; reply: Answer | undefined }) {
  const { id, name, quantity, code, isCritical, state } = part
  const facts = [
    quantity > 1 && `${quantity} ×`,
    code,
    isCritical && 'unverzichtbar',
    state !== 'ok' && partStateNames[state],
  ].filter(Boolean)
  return (
    <Fold
      isOpen={Boolean(reply)}
      title={
        <>
          {name}
          {facts.length > 0 && <span className="text-leise"> · {facts.join(' · ')}</span>}
        </>
      }
    >
      <HouseForm reply={reply} key={JSON.stringify(part)}>
        <input type="hidden" name="part" value={id} />
        <PartFields part={part} />
        <SelectField
          {...{ name: 'state', label: 'Zustand', defaultValue: state }}
          choices={choicesOf(PART_STATES, partStateNames)}
        />
        <div>
          <Button name="intent" value="editPart">
            Teil speichern
          </Button>
        </div>
      </HouseForm>
      <HouseForm className="mt-3">
        <input type="hidden" name="part" value={id} />
        <Button name="intent" value="removePart" variant="secondary">
          Entfernen<span className="sr-only">: {name}</span>
        </Button>
      </HouseForm>
    </Fold>
  )
}

function PartFields({ part }: { part?: Part }) {
  return (
    <>
      <div className="grid gap-5 md:grid-cols-[2fr_1fr]">
        <TextField {...{ name: 'name', label: 'Name', maxLength: 120, defaultValue: part?.name }} />
        <TextField
          {...{ name: 'quantity', label: 'Anzahl', type: 'number', inputMode: 'numeric' }}
          defaultValue={part?.quantity ?? 1}
        />
      </div>
      <CheckField
        {...{ name: 'isCritical', label: 'Unverzichtbar: ohne das geht der Satz nicht hinaus' }}
        defaultChecked={part?.isCritical ?? false}
      />
    </>
  )
}
