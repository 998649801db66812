import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Pencil from 'lucide-react/icons/pencil'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { endAim, putInForce, takeAim } from '#server/concepts/aims/commands.ts'
import { takeAimInput } from '#server/concepts/aims/inputs.ts'
import { aimFor } from '#server/concepts/aims/views.ts'
import { kindNames, stateNames } from '#server/concepts/aims/words.ts'
import { nothingInput } from '#server/concepts/inputs.ts'
import { paths } from '#server/concepts/paths.ts'
import type { Dimension } from '#server/plg/inquiry/contract.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'

export const loader = visitorPage(({ actor, params }) => aimFor(actor, params.number))

const pathOf = (request: Request) => new URL(request.url).pathname

export const action = forms({
  take: intent(takeAimInput, async ({ actor, input, params }) =>
    redirectWithToast(
      await takeAim(actor, params.number, input),
      'Das Ziel steht in Ihrem Entwurf.',
    ),
  ),
  inForce: intent(nothingInput, async ({ actor, params, request }) => {
    await putInForce(actor, params.number)
    return redirectWithToast(pathOf(request), 'Das Ziel gilt ab heute.')
  }),
  end: intent(nothingInput, async ({ actor, params, request }) => {
    await endAim(actor, params.number)
    return redirectWithToast(pathOf(request), 'Das Ziel ist beendet und bleibt lesbar.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.aim.title ?? 'Netzwerkziel'} – Lernen 25` },
]

export default function Aim() {
  const { aim, serves, replaces, replacedBy, schools, can } = useLoaderData<typeof loader>()
  const link = (to: { title: string; path: string } | null) =>
    to && (
      <Link to={to.path} className="underline">
        {to.title}
      </Link>
    )
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Konzepte', to: paths.list() },
          { label: 'Netzwerkziele', to: paths.networkGoals() },
          { label: aim.title },
        ]}
      />
      <PageHead
        kicker={kindNames[aim.kind]}
        title={aim.title}
        badge={
          <Badge tone={aim.state === 'in_force' ? 'ok' : 'offen'}>{stateNames[aim.state]}</Badge>
        }
        meta={aim.validFrom && `seit ${day(aim.validFrom)}`}
        actions={
          <>
            {can.edit && (
              <ButtonLink to={`${paths.networkGoal(aim.number)}/bearbeiten`} icon={Pencil}>
                Bearbeiten
              </ButtonLink>
            )}
            {can.replace && (
              <ButtonLink to={`${paths.networkGoals()}/neu?statt=${aim.number}`}>
                Neue Fassung vorschlagen
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[2fr_1fr]">
        <Card title="Worum es geht">
          {aim.body && <p className="mb-3 max-w-[68ch] whitespace-pre-wrap">{aim.body}</p>}
          <DefinitionList
            facts={[
              ['Dient dem Ziel', link(serves)],
              ['Bereich', aim.dimension && dimensionNames[aim.dimension as Dimension]],
              ['Kompetenzen', aim.competencies.join(', ')],
              ['Ersetzt', link(replaces)],
              ['Ersetzt durch', link(replacedBy)],
              ['Galt bis', aim.validUntil && day(aim.validUntil)],
            ]}
          />
        </Card>
        <div className="grid gap-5">
          <Taking />
          <Deciding />
        </div>
        {schools.length > 0 && (
          <Card
            title="Schulen, die daran arbeiten"
            lead="Nach ihren veröffentlichten Konzepten, von A bis Z."
            className="lg:col-span-full"
          >
            <List>
              {schools.map(({ path, name, title }) => (
                <li key={path} className="relative py-zeile">
                  <Link
                    to={path}
                    className="font-semibold after:absolute after:inset-0 hover:underline"
                  >
                    {name}
                  </Link>
                  <p className="text-sm text-leise">{title}</p>
                </li>
              ))}
            </List>
          </Card>
        )}
      </div>
    </>
  )
}

/** A goal of one's own school that serves this one. */
function Taking() {
  const { homes, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const open = homes.filter(({ taken }) => taken === null)
  if (homes.length === 0) return null
  return (
    <Card title="Für Ihre Schule">
      <div className="grid gap-3">
        {homes.map(
          ({ id, school, taken }) =>
            taken && (
              <p key={id}>
                {school} arbeitet daran.{' '}
                <Link to={taken} className="underline">
                  Zum Ziel im Entwurf
                </Link>
              </p>
            ),
        )}
        {open.length > 0 && (
          <HouseForm
            reply={reply?.intent === 'take' ? reply : undefined}
            clientKey={clientKey}
            className="grid gap-3"
          >
            {open.length > 1 ? (
              <RadioRows
                name="conceptId"
                label="In welches Medienkonzept?"
                choices={open.map(({ id, school }) => ({ value: id, label: school }))}
                defaultValue={open[0]?.id}
              />
            ) : (
              <input type="hidden" name="conceptId" value={open[0]?.id} />
            )}
            <Button name="intent" value="take">
              In unser Konzept übernehmen
            </Button>
          </HouseForm>
        )}
      </div>
    </Card>
  )
}

function Deciding() {
  const { aim, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!can.decide) return null
  const isDraft = aim.state === 'draft'
  const name = isDraft ? 'inForce' : 'end'
  return (
    <Card title="Entscheiden">
      <HouseForm reply={reply?.intent === name ? reply : undefined} className="grid gap-3">
        <p>
          {isDraft
            ? 'Danach ändern sich seine Worte nicht mehr. Eine neue Fassung ersetzt es.'
            : 'Es bleibt lesbar; Schulen behalten ihre Ziele dazu.'}
        </p>
        <Button name="intent" value={name} variant={isDraft ? 'primary' : 'secondary'}>
          {isDraft ? 'Ziel in Kraft setzen' : 'Ziel beenden'}
        </Button>
      </HouseForm>
    </Card>
  )
}
