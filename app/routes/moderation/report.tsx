import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { OwnReports } from '#app/routes/moderation/components/own-reports.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { reportThing } from '#server/moderation/reports/commands.ts'
import { LONGEST } from '#server/moderation/reports/contract.ts'
import { reportInput } from '#server/moderation/reports/inputs.ts'
import { reportFormFor } from '#server/moderation/reports/views.ts'

export const loader = page(({ actor, params }) => reportFormFor(actor, params))

export const action = form(reportInput, async ({ actor, params, input, request }) => {
  await reportThing(actor, params, input)
  return redirectWithToast(new URL(request.url).pathname, 'Ihre Meldung ist beim SMZ.')
})

export const meta: MetaFunction = () => [{ title: 'Melden – Lernen 25' }]

export default function Report() {
  const { word, card, own, canReport, clientKey, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[44rem]">
      <PageHead
        title={`${word} melden`}
        meta={card ? [card.title, card.context].filter(Boolean).join(' · ') : undefined}
      />
      <div className="grid gap-5">
        <OwnReports reports={own} now={now} />
        {canReport && (
          <Card title="Was ist nicht in Ordnung?">
            <HouseForm reply={reply} clientKey={clientKey}>
              <TextArea
                name="reason"
                label="Ihre Meldung"
                hint="Zum Beispiel: verletzt jemanden, enthält Daten von Kindern, ist Werbung, ist falsch."
                rows={6}
                maxLength={LONGEST.reason}
                counter
              />
              <WhatHappens />
              <div className="flex flex-wrap gap-3">
                <Button>Meldung senden</Button>
                {card && (
                  <ButtonLink variant="tertiary" to={card.path}>
                    Zurück ohne Meldung
                  </ButtonLink>
                )}
              </div>
            </HouseForm>
          </Card>
        )}
        {!canReport && card && (
          <p>
            <ButtonLink to={card.path}>Zurück: {card.title}</ButtonLink>
          </p>
        )}
      </div>
    </div>
  )
}

function WhatHappens() {
  return (
    <div className="rounded-lg bg-mulde p-3">
      <p className="font-semibold">Was dann geschieht</p>
      <ul className="mt-1 list-disc pl-5">
        <li>
          Das Schulmedienzentrum (SMZ) antwortet innerhalb von 2 Werktagen. Sie finden die Antwort
          in Ihrer Glocke und hier.
        </li>
        <li>Das SMZ liest Ihren Text und Ihren Namen. Sonst erfährt niemand, wer gemeldet hat.</li>
        <li>
          Den Inhalt selbst sieht das SMZ nur, wenn es ihn auch sonst lesen darf. In PLGs, denen es
          nicht angehört, liest es nicht mit: Beschreiben Sie, worum es geht.
        </li>
      </ul>
    </div>
  )
}
