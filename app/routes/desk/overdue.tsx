import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural, when } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { remind } from '#server/medialab/desk/overdue/commands.ts'
import { remindInput } from '#server/medialab/desk/overdue/inputs.ts'
import { overdueFor } from '#server/medialab/desk/overdue/views.ts'
import { overdueWords } from '#server/medialab/desk/overdue/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { dayWords } from '#server/medialab/words.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { whoOf } from './components/date-rows.tsx'

export const loader = page(({ actor, request }) =>
  overdueFor(actor, pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = forms({
  remind: intent(remindInput, async ({ actor, input: { booking, termin } }) => {
    await remind(actor, { number: booking, position: termin })
    return redirectWithToast(paths.overdue(), overdueWords.reminded)
  }),
})

export const meta: MetaFunction = () => [{ title: 'Überfällig – Theke – Lernen 25' }]

export default function Overdue() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Theke', to: paths.desk() }, { label: 'Überfällig' }]} />
      <PageHead title="Überfällig" meta={plural(view.total, 'Ausleihe', 'Ausleihen')} />
      {view.lines.length === 0 && (
        <EmptyState title="Nichts ist überfällig.">
          Erinnerungen gehen von selbst hinaus: am Schultag vorher und 1, 3 und 5 Schultage danach.
        </EmptyState>
      )}
      <List>
        {view.lines.map((line) => (
          <TaskRow key={line.date.id} action={<Remind line={line} reply={reply} />}>
            <Link
              to={`${paths.takeBack(line.date.bookingNumber)}?termin=${line.date.position}`}
              className="font-semibold underline"
            >
              {line.date.offers.join(', ')} · {line.date.bookingNumber}
            </Link>
            <p>
              {whoOf(line.date)}
              {line.phone && `, Telefon ${line.phone}`}
            </p>
            <p className="text-sm text-leise">
              {[
                `Fällig am ${dayWords(line.due)}`,
                line.lastReminder &&
                  `${plural(line.reminders, 'Erinnerung', 'Erinnerungen')}, zuletzt ${when(line.lastReminder, view.now)}`,
                line.waiting > 0 &&
                  `${plural(line.waiting, 'andere Buchung wartet', 'andere Buchungen warten')} darauf`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </TaskRow>
        ))}
      </List>
      <Pages
        label="Seiten"
        page={view.page}
        pages={view.pages}
        linkTo={(number) => `${paths.overdue()}?seite=${number}`}
      />
    </>
  )
}

type Line = Awaited<ReturnType<typeof overdueFor>>['lines'][number]

function Remind({ line, reply }: { line: Line; reply: Reply }) {
  if (line.isRemindedToday) return <p className="text-leise">Heute erinnert</p>
  return (
    <HouseForm reply={reply} className="grid">
      <input type="hidden" name="booking" value={line.date.bookingNumber} />
      <input type="hidden" name="termin" value={line.date.position} />
      <Button variant="secondary" name="intent" value="remind">
        Erinnern<span className="sr-only">: {line.date.bookingNumber}</span>
      </Button>
    </HouseForm>
  )
}
