import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { AttachField } from '#app/files/attach-field.tsx'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { ROOM_FOR_ONE } from '#server/files/words.ts'
import { CATEGORIES, DAMAGE_LIMITS } from '#server/medialab/desk/damages/contract.ts'
import { problemInput } from '#server/medialab/desk/damages/inputs.ts'
import { categoryNames } from '#server/medialab/desk/damages/words.ts'
import { reportProblem } from '#server/medialab/desk/stickers/commands.ts'
import { stickerFor } from '#server/medialab/desk/stickers/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { stateNames } from '#server/medialab/words.ts'
import { timesOf } from './components/date-rows.tsx'

/** The camera of the SMZ leads to the counter, that of all others to a page about the thing. */
export const loader = visitorPage(async ({ actor, params }) => {
  const view = await stickerFor(actor, params.code ?? '')
  if (view.kind === 'counter') throw redirect(`${paths.desk()}?q=${view.code}`)
  return view
})

export const action = forms(
  {
    report: intent(problemInput, async ({ actor, params, input, files: [file = null] }) => {
      const code = params.code ?? ''
      await reportProblem(actor, code, input, file)
      return redirectWithToast(paths.sticker(code), 'Gemeldet. Das SMZ sieht es sich an.')
    }),
  },
  { room: ROOM_FOR_ONE },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data && data.kind !== 'unknown' ? data.card.name : 'Gerät'} – MediaLab – Lernen 25` },
]

export default function Sticker() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (view.kind === 'unknown')
    return (
      <>
        <PageHead title={view.sentence} />
        <p>
          Bitte sehen Sie auf dem Etikett nach. {view.phone && `Telefon des SMZ: ${view.phone}`}
        </p>
      </>
    )
  const { card } = view
  return (
    <>
      <PageHead
        title={card.name}
        kicker={card.code}
        meta={card.name === card.offer ? '' : card.offer}
      />
      <div className="grid max-w-[48rem] gap-5">
        <Card title="Wem das gehört">
          <p>{card.owner}</p>
          {card.phone && (
            <p>
              Telefon{' '}
              <a href={`tel:${card.phone.replace(/[^\d+]/g, '')}`} className="underline">
                {card.phone}
              </a>
            </p>
          )}
          {view.kind === 'reader' && view.address && <p>{view.address}</p>}
        </Card>
        {view.kind === 'reader' && <Own view={view} reply={reply} />}
      </div>
    </>
  )
}

type Reader = Extract<Awaited<ReturnType<typeof stickerFor>>, { kind: 'reader' }>

function Own({ view, reply }: { view: Reader; reply: Reply }) {
  const { own } = view
  return (
    <>
      {view.summary && <p>{view.summary}</p>}
      {own && (
        <Card title="Ihre Buchung" aside={<Badge tone="aktion">{stateNames[own.state]}</Badge>}>
          <p>
            <Link to={own.path} className="font-semibold underline">
              Buchung {own.number}
            </Link>{' '}
            · {timesOf(own)}
          </p>
          {view.canReport && <Problem clientKey={view.clientKey} reply={reply} />}
        </Card>
      )}
      {view.offerPath && (
        <div>
          <ButtonLink to={view.offerPath}>Zum Angebot</ButtonLink>
        </div>
      )}
    </>
  )
}

function Problem({ clientKey, reply }: { clientKey: string; reply: Reply }) {
  return (
    <Fold title="Problem melden" isOpen={reply !== undefined && reply !== null}>
      <HouseForm reply={reply} clientKey={clientKey} encType="multipart/form-data">
        <SelectField
          {...{ name: 'category', label: 'Was ist es?', empty: 'Bitte wählen' }}
          choices={choicesOf(CATEGORIES, categoryNames)}
        />
        <TextArea
          {...{ name: 'description', label: 'Beschreibung', optional: true, rows: 3 }}
          maxLength={DAMAGE_LIMITS.description}
        />
        <AttachField
          isPhoto
          label="Foto"
          hint="Ort und Kamera werden aus dem Bild entfernt. Keine Bilder, auf denen Kinder zu erkennen sind."
          room={ROOM_FOR_ONE}
        />
        <div>
          <Button name="intent" value="report">
            Problem melden
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
