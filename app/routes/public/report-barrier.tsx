import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { reportBarrier } from '#server/moderation/barriers/commands.ts'
import { LONGEST } from '#server/moderation/barriers/contract.ts'
import { barrierInput } from '#server/moderation/barriers/inputs.ts'
import { barrierFormFor } from '#server/moderation/barriers/views.ts'
import { paths } from '#server/moderation/paths.ts'

export const loader = visitorPage(({ request }) => {
  const { searchParams, origin, pathname } = new URL(request.url)
  return barrierFormFor(searchParams.get('nummer'), ownPage(request, origin, pathname))
})

export const action = visitorForm(barrierInput, async ({ actor, context, input }) => {
  const number = await reportBarrier({ network: context.network, actor }, input)
  return redirect(paths.barrierFiled(number))
})

export const meta: MetaFunction = () => [{ title: 'Barriere melden – Lernen 25' }]

/** The page somebody came from, when it is one of ours: it is most likely the one with the barrier. */
function ownPage(request: Request, origin: string, here: string): string {
  const referrer = request.headers.get('referer') ?? ''
  if (!URL.canParse(referrer)) return ''
  const came = new URL(referrer)
  return came.origin === origin && came.pathname !== here.replace(/\.data$/, '')
    ? came.pathname.slice(0, LONGEST.page)
    : ''
}

export default function ReportBarrier() {
  const { filed, page, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[44rem]">
      <PageHead
        title="Barriere melden"
        meta="Etwas auf Lernen 25 lässt sich nicht lesen, nicht bedienen oder nicht verstehen."
      />
      <div className="grid gap-5">
        {filed !== null && (
          <Notice
            tone="ok"
            title={`Ihre Meldung hat die Nummer ${filed}.`}
            action={
              <ButtonLink to="/barrierefreiheit">Zur Erklärung zur Barrierefreiheit</ButtonLink>
            }
          >
            Das Schulmedienzentrum antwortet innerhalb von 6 Wochen: per Mail, wenn Sie eine
            Mailadresse angegeben haben. Nennen Sie bei Rückfragen die Nummer.
          </Notice>
        )}
        <Card title={filed === null ? 'Ihre Meldung' : 'Noch etwas melden'}>
          <HouseForm key={filed} reply={reply} clientKey={clientKey}>
            <TextArea
              name="description"
              label="Was geht nicht?"
              hint="Zum Beispiel: Der Knopf ist mit der Tastatur nicht zu erreichen. Gern auch, womit Sie arbeiten (Gerät, Vorlesehilfe)."
              rows={6}
              maxLength={LONGEST.description}
              counter
            />
            <TextField
              name="page"
              label="Auf welcher Seite?"
              hint="Adresse oder Name der Seite"
              optional
              maxLength={LONGEST.page}
              defaultValue={page}
            />
            <TextField
              name="contact"
              label="Wie erreichen wir Sie?"
              hint="Mailadresse oder Telefonnummer. Ohne Angabe können wir nicht antworten, die Barriere prüfen wir trotzdem. 90 Tage nach der Antwort wird die Angabe gelöscht."
              optional
              maxLength={LONGEST.contact}
              autoComplete="email"
            />
            <div>
              <Button>Barriere melden</Button>
            </div>
          </HouseForm>
        </Card>
        <p>
          Was wir schon wissen, steht in der{' '}
          <Link to="/barrierefreiheit" className="underline">
            Erklärung zur Barrierefreiheit
          </Link>
          .
        </p>
      </div>
    </div>
  )
}
