import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, longDay } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { removeFreeDay, setFreeDay } from '#server/schools/calendar/commands.ts'
import { LIMITS } from '#server/schools/calendar/contract.ts'
import { freeDayInput, noFreeDayInput } from '#server/schools/calendar/inputs.ts'
import { freeDaysFor } from '#server/schools/calendar/views.ts'
import { paths } from '#server/schools/paths.ts'

export const loader = page(({ actor, params }) => freeDaysFor(actor, params.school ?? ''))

export const action = forms({
  set: intent(freeDayInput, async ({ actor, params, input }) => {
    const slug = params.school ?? ''
    await setFreeDay(actor, slug, input)
    return redirectWithToast(paths.freeDays(slug), 'Der Tag ist eingetragen.')
  }),
  remove: intent(noFreeDayInput, async ({ actor, params, input }) => {
    const slug = params.school ?? ''
    const name = await removeFreeDay(actor, slug, input.day)
    const fields = { intent: 'set', day: input.day, name: name ?? '' }
    return redirectWithToast(paths.freeDays(slug), {
      text: 'Der Tag ist entfernt.',
      ...(name !== null && { undo: { action: paths.freeDays(slug), fields, label: 'Rückgängig' } }),
    })
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Ferientage – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function FreeDays() {
  const { school, years, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Schulen', to: paths.list() },
          { label: school.name, to: paths.school(school.slug) },
          { label: 'Ferientage' },
        ]}
      />
      <PageHead
        title="Bewegliche Ferientage"
        meta={`${school.name} · beschlossen von der Schulkonferenz`}
      />
      <div className="grid gap-5">
        {can.set && (
          <Card
            title="Tag eintragen"
            lead="PLGs mit Lehrkräften Ihrer Schule sehen den Tag, wenn sie einen Termin suchen."
          >
            <HouseForm
              reply={reply?.intent === 'set' ? reply : undefined}
              className="grid gap-4 md:grid-cols-2"
            >
              <TextField
                name="day"
                label="Tag"
                type="date"
                required
                hint="Ein Schultag ohne Unterricht"
              />
              <TextField
                name="name"
                label="Name"
                required
                maxLength={LIMITS.name}
                hint="Zum Beispiel „Rosenmontag“"
              />
              <div className="md:col-span-2">
                <Button name="intent" value="set">
                  Tag eintragen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
        {years.map(({ year, days, hint, holidays }) => (
          <Card key={year} title={`Schuljahr ${year}`} lead={hint}>
            {days.length === 0 && <p>Noch kein Tag eingetragen.</p>}
            <List>
              {days.map((one) => (
                <li
                  key={one.day}
                  className="flex flex-wrap items-center justify-between gap-3 py-zeile"
                >
                  <p>
                    {longDay(one.day)}: {one.name}
                  </p>
                  {can.set && (
                    <HouseForm className="">
                      <input type="hidden" name="day" value={one.day} />
                      <Button variant="tertiary" name="intent" value="remove">
                        Entfernen<span className="sr-only"> {one.name}</span>
                      </Button>
                    </HouseForm>
                  )}
                </li>
              ))}
            </List>
            <h3 className="mt-4 mb-1 font-semibold">Ferien in Nordrhein-Westfalen</h3>
            <DefinitionList
              facts={holidays.map(({ name, from, to }): [string, string] => [
                name,
                from === to ? day(from) : `${day(from)} bis ${day(to)}`,
              ])}
            />
          </Card>
        ))}
      </div>
    </>
  )
}
