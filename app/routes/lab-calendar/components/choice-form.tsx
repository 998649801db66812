import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { FIELDS, OFFER_KINDS } from '#server/medialab/contract.ts'
import { type Search, TIMES, TIMES_WORDS, VIEW_WORDS } from '#server/medialab/grid/contract.ts'
import { timesNames } from '#server/medialab/grid/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { fieldNames, kindNames } from '#server/medialab/words.ts'
import { placeOf } from './places.ts'

export type OfferChoice = { slug: string; name: string; kind: string }

/** Which day and what of the lab: a GET form, so that a view can be kept and shared. */
export function ChoiceForm({ search, choices }: { search: Search; choices: OfferChoice[] }) {
  const { day, view, times, kind, field, offer } = search
  return (
    <HouseForm
      method="get"
      action={paths.calendar()}
      key={JSON.stringify(search)}
      aria-label="Tag und Angebote wählen"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      {view !== 'day' && <input type="hidden" name="ansicht" value={VIEW_WORDS[view]} />}
      <div className="grid gap-3 md:grid-cols-3 lg:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]">
        <TextField name="tag" type="date" label="Tag" defaultValue={day} />
        {view === 'week' && (
          <SelectField
            name="angebot"
            label="Angebot"
            choices={choices.map((one) => ({ value: one.slug, label: one.name }))}
            defaultValue={offer}
          />
        )}
        <SelectField
          {...{ name: 'art', label: 'Art', empty: 'Alles', defaultValue: kind }}
          choices={OFFER_KINDS.map((value) => ({ value, label: kindNames[value] }))}
        />
        <SelectField
          {...{ name: 'feld', label: 'Bereich', empty: 'Alle', defaultValue: field }}
          choices={FIELDS.map((value) => ({ value, label: fieldNames[value] }))}
        />
        <SelectField
          {...{ name: 'zeiten', label: 'Zeiten als', defaultValue: TIMES_WORDS[times] }}
          choices={TIMES.map((one) => ({ value: TIMES_WORDS[one], label: timesNames[one] }))}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button>Zeigen</Button>
        {(kind || field || (offer && view !== 'week')) && (
          <ButtonLink to={placeOf(search, { kind: '', field: '', offer: '' })} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}
