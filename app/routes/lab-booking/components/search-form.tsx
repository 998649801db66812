import Search from 'lucide-react/icons/search'
import { Button } from '#app/ui/button.tsx'
import { CheckField, RadioBar } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { basketText, type Search as Asked, SEARCH } from '#server/medialab/finding/contract.ts'
import { NEED_IDEAS } from '#server/medialab/finding/words.ts'
import { paths } from '#server/medialab/paths.ts'

const WAYS = [
  { value: 'hier', label: 'Im MediaLab' },
  { value: 'leihe', label: 'Ausleihen' },
]
const LEAST_ROWS = 3

type Props = {
  search: Asked
  errors: Record<string, string[]>
  /** What was typed, to be shown again beside what is wrong with it. */
  asked: Record<string, string>
}

/** When, and what is needed: a GET form, so that a search can be kept, shared and gone back to. */
export function SearchForm({ search, errors, asked }: Props) {
  const hasErrors = Object.keys(errors).length > 0
  const rows = Math.min(SEARCH.needs, Math.max(LEAST_ROWS, search.needs.length + 1))
  const reply = hasErrors ? { initialValue: asked, error: errors } : undefined
  return (
    <HouseForm
      method="get"
      action={paths.find()}
      key={JSON.stringify(asked)}
      reply={reply}
      noValidate
      role="search"
      aria-label="Termin suchen"
      className="group/suche grid gap-4 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <RadioBar
        name="art"
        label="Wo?"
        choices={WAYS}
        defaultValue={search.isLoan ? 'leihe' : 'hier'}
      />
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <TextField
          {...{ name: 'tag', type: 'date', label: 'Tag' }}
          defaultValue={search.day}
          className="col-span-2"
        />
        <TextField
          {...{ name: 'von', type: 'time', label: 'Von' }}
          defaultValue={search.from}
          className="group-has-[[value=leihe]:checked]/suche:hidden"
        />
        <TextField
          {...{ name: 'bis', type: 'time', label: 'Bis' }}
          defaultValue={search.to}
          className="group-has-[[value=leihe]:checked]/suche:hidden"
        />
        <TextField
          {...{ name: 'bis_tag', type: 'date', label: 'Rückgabe am' }}
          defaultValue={search.isLoan ? search.lastDay : ''}
          className="col-span-2 group-has-[[value=hier]:checked]/suche:hidden"
        />
      </div>
      <fieldset className="grid gap-3">
        <legend className="sr-only">Bedarf</legend>
        {Array.from({ length: rows }, (_, index) => (
          <NeedRow key={index} index={index} need={search.needs[index]} />
        ))}
        <datalist id="bedarf-ideen">
          {NEED_IDEAS.map((idea) => (
            <option key={idea} value={idea} />
          ))}
        </datalist>
      </fieldset>
      <CheckField
        {...{ name: 'wann', value: 'offen', label: 'Egal wann in den nächsten vier Wochen' }}
        hint="Von und bis sagen dann, wie lange Sie es brauchen."
        defaultChecked={search.isAnyTime}
      />
      {search.basket.length > 0 && (
        <input type="hidden" name="korb" value={basketText(search.basket)} />
      )}
      <div>
        <Button icon={Search}>Freie Angebote zeigen</Button>
      </div>
    </HouseForm>
  )
}

function NeedRow({ index, need }: { index: number; need?: Asked['needs'][number] }) {
  const isFirst = index === 0
  return (
    <div className="grid grid-cols-[1fr_6.5rem] gap-3">
      <TextField
        name={`was${index + 1}`}
        label={isFirst ? 'Was brauchen Sie?' : `Was noch? (${index + 1})`}
        hint={isFirst ? 'Zum Beispiel „Raum“, „iPads“, „Beratung“' : undefined}
        list="bedarf-ideen"
        maxLength={SEARCH.words}
        autoComplete="off"
        defaultValue={need?.words ?? ''}
      />
      <TextField
        name={`anzahl${index + 1}`}
        label={isFirst ? 'Anzahl' : `Anzahl (${index + 1})`}
        hint={isFirst ? 'Wie viele?' : undefined}
        inputMode="numeric"
        maxLength={5}
        autoComplete="off"
        defaultValue={need?.quantity ?? ''}
      />
    </div>
  )
}
