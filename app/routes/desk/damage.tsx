import type { ActionFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { when } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as filePaths } from '#server/files/paths.ts'
import { assess, mend } from '#server/medialab/desk/damages/commands.ts'
import { DAMAGE_LIMITS, DAMAGE_STATES } from '#server/medialab/desk/damages/contract.ts'
import { assessInput, damageVersionInput } from '#server/medialab/desk/damages/inputs.ts'
import { damagePath, damageNumberIn } from '#server/medialab/desk/damages/paths.ts'
import { damageFor } from '#server/medialab/desk/damages/views.ts'
import { categoryNames, damageStateNames } from '#server/medialab/desk/damages/words.ts'
import { paths } from '#server/medialab/paths.ts'

export const loader = page(({ actor, params }) => damageFor(actor, damageNumberIn(params.damage)))

type Params = ActionFunctionArgs['params']
const stay = ({ damage }: Params, sentence: string) =>
  redirectWithToast(damagePath(damageNumberIn(damage)), sentence)

export const action = forms({
  assess: intent(assessInput, async ({ actor, params, input }) => {
    await assess(actor, damageNumberIn(params.damage), input)
    return stay(params, 'Der Schaden ist gesichert.')
  }),
  mend: intent(damageVersionInput, async ({ actor, params, input }) => {
    await mend(actor, damageNumberIn(params.damage), input)
    return stay(params, 'Es kann wieder ausgegeben werden.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.damage.item ?? 'Schaden'} – Schäden – Lernen 25` },
]

export default function Damage() {
  const view = useLoaderData<typeof loader>()
  const { damage } = view
  const answer = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Theke', to: paths.desk() },
          { label: 'Schäden', to: paths.damages() },
          { label: damage.item },
        ]}
      />
      <PageHead
        title={damage.item}
        kicker={damage.offer}
        badge={
          <Badge tone={damage.state === 'closed' ? 'ok' : 'offen'}>
            {damage.isWithdrawn ? 'Zurückgezogen' : damageStateNames[damage.state]}
          </Badge>
        }
      />
      <div className="grid max-w-[68ch] gap-5">
        <Reported view={view} reply={answer?.intent === 'mend' ? answer : undefined} />
        {!damage.isWithdrawn && (
          <Decided view={view} reply={answer?.intent === 'assess' ? answer : undefined} />
        )}
      </div>
    </>
  )
}

type Part = { view: Awaited<ReturnType<typeof damageFor>>; reply: Reply }

function Reported({ view: { damage, photos, now }, reply }: Part) {
  const isOff = damage.isUnusable && !damage.isUsableAgain && !damage.isWithdrawn
  return (
    <Card title="Was gemeldet wurde">
      <DefinitionList
        facts={[
          ['Art', categoryNames[damage.category]],
          ['Anzahl', damage.quantity > 1 ? damage.quantity : ''],
          ['Beschreibung', damage.description],
          ['Nutzbar', isOff ? 'Nein' : 'Ja'],
          ['Gemeldet', [when(damage.reportedAt, now), damage.reporter].filter(Boolean).join(', ')],
          [
            'Buchung',
            damage.bookingNumber && (
              <Link to={paths.booking(damage.bookingNumber)} className="underline">
                {damage.bookingNumber}
              </Link>
            ),
          ],
          ['Schule', damage.school],
        ]}
      />
      {photos.map(({ id, name }) => (
        <a key={id} href={filePaths.file(id)} className="mt-3 block">
          <img
            src={`${filePaths.file(id)}?breite=960`}
            alt={`Foto des Schadens: ${name}`}
            loading="lazy"
            className="max-h-96 rounded-lg"
          />
        </a>
      ))}
      {isOff && (
        <HouseForm reply={reply} className="mt-3 grid">
          <input type="hidden" name="version" value={damage.version} />
          <div>
            <Button variant="secondary" name="intent" value="mend">
              Wieder nutzbar
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}

function Decided({ view: { damage }, reply }: Part) {
  return (
    <Card title="Was daraus wird">
      <HouseForm reply={reply} key={damage.version}>
        <input type="hidden" name="version" value={damage.version} />
        <SelectField
          {...{ name: 'state', label: 'Stand', defaultValue: damage.state }}
          choices={choicesOf(DAMAGE_STATES, damageStateNames)}
        />
        <TextField
          {...{ name: 'estimate', label: 'Schätzung in Euro', optional: true }}
          {...{ inputMode: 'decimal', maxLength: 12, className: 'max-w-[14rem]' }}
          defaultValue={inEuros(damage.estimateCents)}
        />
        <TextArea
          {...{ name: 'staffNote', label: 'Notiz', hint: 'Nur für das SMZ.', optional: true }}
          {...{ rows: 3, maxLength: DAMAGE_LIMITS.staffNote, defaultValue: damage.staffNote }}
        />
        <div>
          <Button name="intent" value="assess">
            Sichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

const inEuros = (cents: number | null) =>
  cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',')
