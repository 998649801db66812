import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { RESOLUTION_BODIES, RESOLUTION_RESULTS } from '#server/concepts/contract.ts'
import { paths } from '#server/concepts/paths.ts'
import { dropResolution, recordResolution } from '#server/concepts/versions/commands.ts'
import { LIMITS } from '#server/concepts/versions/contract.ts'
import {
  dropResolutionInput,
  resolutionInput,
  restoreInput,
  withdrawInput,
} from '#server/concepts/versions/inputs.ts'
import { restoreVersion, withdrawVersion } from '#server/concepts/versions/publishing/commands.ts'
import { manageFor } from '#server/concepts/versions/views.ts'
import { resolutionLine } from '#server/concepts/versions/words.ts'
import { bodyNames, resultNames, versionStatusNames } from '#server/concepts/words.ts'
import { numberOf } from './components/number-of.ts'

type Params = { school?: string; number?: string }
const placeOf = ({ school = '', number }: Params) => ({ school, number: numberOf(number) })
const here = (params: Params) => {
  const { school, number } = placeOf(params)
  return paths.manageVersion(school, number)
}

export const loader = page(({ actor, params }) => {
  const { school, number } = placeOf(params)
  return manageFor(actor, school, number)
})

export const action = forms({
  resolve: intent(resolutionInput, async ({ actor, params, input }) => {
    const { school, number } = placeOf(params)
    await recordResolution(actor, school, number, input)
    return redirectWithToast(here(params), 'Der Beschluss ist eingetragen.')
  }),
  drop: intent(dropResolutionInput, async ({ actor, params, input }) => {
    const { school, number } = placeOf(params)
    await dropResolution(actor, school, number, input)
    return redirectWithToast(here(params), 'Der Beschluss ist gelöscht.')
  }),
  withdraw: intent(withdrawInput, async ({ actor, params, input }) => {
    await withdrawVersion(actor, placeOf(params).school, input)
    return redirectWithToast(here(params), {
      text: `Version ${input.number} ist zurückgezogen.`,
      undo: {
        action: here(params),
        fields: { intent: 'restore', number: String(input.number) },
        label: 'Rückgängig',
      },
    })
  }),
  restore: intent(restoreInput, async ({ actor, params, input }) => {
    await restoreVersion(actor, placeOf(params).school, input)
    return redirectWithToast(here(params), `Version ${input.number} ist wieder veröffentlicht.`)
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Version ${data?.version.number ?? ''} verwalten – Lernen 25` },
]

export default function ManageVersion() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { school, version } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <PageHead
        kicker={`${school.name} · Medienkonzept`}
        title={`Version ${version.number}${version.label ? `: ${version.label}` : ''}`}
        meta={versionStatusNames[version.status]}
        actions={
          <>
            <ButtonLink to={paths.version(school.slug, version.number)}>Lesen</ButtonLink>
            <ButtonLink to={paths.versions(school.slug)}>Alle Versionen</ButtonLink>
          </>
        }
      />
      <div className="grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-5">
        <Resolutions view={view} reply={replyTo('resolve')} />
        <Publication view={view} reply={replyTo('withdraw') ?? replyTo('restore')} />
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
type Reply = Parameters<typeof HouseForm>[0]['reply']
const choicesOf = <Key extends string>(keys: readonly Key[], names: Record<Key, string>) =>
  keys.map((value) => ({ value, label: names[value] }))

function Resolutions({ view: { version }, reply }: { view: View; reply: Reply }) {
  return (
    <Card title="Beschlüsse" lead="Was Gremien Ihrer Schule zu dieser Version beschlossen haben.">
      <ul className="mb-4 divide-y divide-linie">
        {version.resolutions.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 py-zeile">
            <div className="min-w-0">
              <p>{resolutionLine(one)}</p>
              {one.note && <p className="text-sm whitespace-pre-line text-leise">{one.note}</p>}
            </div>
            <HouseForm className="shrink-0">
              <input type="hidden" name="resolution" value={one.id} />
              <Button variant="tertiary" name="intent" value="drop">
                Löschen<span className="sr-only">: {resolutionLine(one)}</span>
              </Button>
            </HouseForm>
          </li>
        ))}
      </ul>
      <HouseForm reply={reply}>
        <SelectField
          name="body"
          label="Gremium"
          empty="Bitte wählen"
          choices={choicesOf(RESOLUTION_BODIES, bodyNames)}
        />
        <TextField type="date" name="heldOn" label="Datum" />
        <SelectField
          name="result"
          label="Ergebnis"
          empty="Bitte wählen"
          choices={choicesOf(RESOLUTION_RESULTS, resultNames)}
        />
        <TextArea name="note" label="Anmerkung" optional maxLength={LIMITS.resolution} rows={2} />
        <div>
          <Button name="intent" value="resolve" variant="secondary">
            Beschluss eintragen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

function Publication({ view: { school, version }, reply }: { view: View; reply: Reply }) {
  const { number, status } = version
  if (status === 'frozen')
    return (
      <Card
        title="Veröffentlichen"
        lead="Diese Version ist festgehalten. Nur Ihre Schule liest sie."
      >
        <ButtonLink to={`${paths.publish(school.slug)}?version=${number}`}>
          Diese Version veröffentlichen
        </ButtonLink>
      </Card>
    )
  if (status === 'withdrawn')
    return (
      <Card title="Zurückgezogen">
        <Notice title="Außerhalb der Schule liest diese Version niemand mehr.">
          {version.withdrawnReason}
        </Notice>
        <HouseForm reply={reply} className="mt-4">
          <input type="hidden" name="number" value={number} />
          <Button name="intent" value="restore" variant="secondary">
            Wieder veröffentlichen
          </Button>
        </HouseForm>
      </Card>
    )
  return (
    <Card
      title="Zurückziehen"
      lead="Danach liest sie nur noch Ihre Schule. Die zuletzt davor veröffentlichte Version gilt wieder."
    >
      <HouseForm reply={reply}>
        <input type="hidden" name="number" value={number} />
        <TextArea name="reason" label="Grund" maxLength={LIMITS.reason} rows={2} />
        <div>
          <Button variant="danger" name="intent" value="withdraw">
            Version {number} zurückziehen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
