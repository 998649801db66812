import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Download from 'lucide-react/icons/download'
import Plus from 'lucide-react/icons/plus'
import { page } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/concepts/paths.ts'
import { CONTEXTS } from '#server/concepts/reflections/contract.ts'
import { reflectionsFor } from '#server/concepts/reflections/views.ts'
import { contextNames } from '#server/concepts/reflections/words.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { EntryCard } from './components/entry.tsx'

export const loader = page(({ actor, params, request }) => {
  const { searchParams } = new URL(request.url)
  const asked = pageNumber(searchParams.get('seite'))
  return reflectionsFor(actor, params.school ?? '', searchParams, asked)
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction = () => [{ title: 'Rückblick – Medienkonzept – Lernen 25' }]

/** What the school has tried and what came of it. Nothing is taken back; what was wrong is corrected below. */
export default function Log() {
  const view = useLoaderData<typeof loader>()
  const { school, rows, goals, chosen, can } = view
  const filter = { ziel: chosen.goal, anlass: chosen.context }
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h2 className="text-xl">Rückblick</h2>
          <p className="text-leise">Was wir gemacht haben, und was es gebracht hat.</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {can.contribute && (
            <ButtonLink variant="primary" icon={Plus} to={paths.newReflection(school.slug)}>
              Eintrag schreiben
            </ButtonLink>
          )}
          <ButtonLink
            reloadDocument
            icon={Download}
            prefetch="none"
            to={paths.reflectionsExport(school.slug, filter)}
          >
            CSV herunterladen
          </ButtonLink>
        </div>
      </div>
      <HouseForm method="get" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="anlass"
          label="Anlass"
          empty="Alle"
          choices={choicesOf(CONTEXTS, contextNames)}
          defaultValue={chosen.context}
        />
        <SelectField
          name="ziel"
          label="Ziel"
          empty="Alle"
          choices={goals.map(({ number, title }) => ({ value: String(number), label: title }))}
          defaultValue={chosen.goal}
          className="min-w-0 max-w-full"
        />
        <Button variant="secondary">Anzeigen</Button>
      </HouseForm>
      {rows.length === 0 && (
        <EmptyState title="Noch kein Eintrag.">
          <p>
            Zwei Sätze genügen: was Sie gemacht haben und was es gebracht hat. Auch aus PLG-Treffen,
            Vorhaben, Hospitationen und Erprobungen lässt sich dort etwas hierher übernehmen.
          </p>
        </EmptyState>
      )}
      <ul className="grid gap-4" aria-label="Einträge im Rückblick">
        {rows.map((entry) => (
          <EntryCard
            key={entry.id}
            entry={entry}
            school={school.slug}
            canCorrect={can.contribute}
          />
        ))}
      </ul>
      <Pages
        label="Seiten des Rückblicks"
        page={view.page}
        pages={view.pages}
        linkTo={(number) =>
          `?${new URLSearchParams({ ...filter, seite: String(number) }).toString()}`
        }
      />
    </>
  )
}
