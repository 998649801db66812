import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/medialab/paths.ts'
import { declineReport, writeReport } from '#server/medialab/reports/commands.ts'
import { declineInput, writeInput } from '#server/medialab/reports/inputs.ts'
import { newReportFor } from '#server/medialab/reports/views.ts'
import { words } from '#server/medialab/reports/words.ts'
import { ReportFields } from './components/report-fields.tsx'

const bookingIn = (request: Request) => new URL(request.url).searchParams.get('buchung') ?? ''

export const loader = page(({ actor, request }) =>
  newReportFor(actor, bookingIn(request), new URL(request.url).searchParams.get('angebot') ?? ''),
)

export const action = forms({
  write: intent(writeInput, async ({ actor, request, input }) => {
    const id = await writeReport(actor, bookingIn(request), input)
    return redirectWithToast(paths.report(id), 'Danke. Ihr Bericht ist gespeichert.')
  }),
  decline: intent(declineInput, async ({ actor, request }) => {
    await declineReport(actor, bookingIn(request))
    return redirectWithToast(paths.reports(), 'Gut. Wir fragen zu dieser Buchung nicht mehr.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Berichten – MediaLab – Lernen 25' }]

export default function NewReport() {
  const { booking, isOver, offers, chosen, told, known, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[46rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Berichte', to: paths.reports() },
          { label: 'Berichten' },
        ]}
      />
      <PageHead title="Wie war es?" meta={`Buchung ${booking}. Das dauert etwa zwei Minuten.`} />
      {told.map(({ id, name }) => (
        <p key={id} className="mb-3">
          Zu „{name}“ steht schon{' '}
          <Link to={paths.report(id)} className="underline">
            ein Bericht
          </Link>
          .
        </p>
      ))}
      {!isOver && <Notice tone="achtung" title={words.notOver} />}
      {isOver && offers.length > 0 && (
        <>
          <HouseForm reply={reply} clientKey={clientKey}>
            <input type="hidden" name="intent" value="write" />
            {offers.length === 1 ? (
              <>
                <p className="font-semibold">{offers[0]?.label}</p>
                <input type="hidden" name="offer" value={chosen} />
              </>
            ) : (
              <SelectField
                name="offer"
                label="Worüber berichten Sie?"
                choices={offers}
                defaultValue={chosen}
              />
            )}
            <ReportFields known={known} />
            <div>
              <Button>Bericht speichern</Button>
            </div>
          </HouseForm>
          <HouseForm className="mt-5">
            <Button variant="tertiary" name="intent" value="decline">
              Ich möchte nicht berichten
            </Button>
          </HouseForm>
        </>
      )}
    </div>
  )
}
