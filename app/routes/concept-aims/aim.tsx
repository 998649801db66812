import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Pencil from 'lucide-react/icons/pencil'
import { forms, intent, type Reply, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  addComment,
  hideComment,
  showComment,
  takeCommentBack,
} from '#server/concepts/aims/comments/commands.ts'
import { endAim, putInForce, takeAim, takeBackAim } from '#server/concepts/aims/commands.ts'
import {
  commentInput,
  forceInput,
  hideCommentInput,
  oneCommentInput,
  takeAimInput,
  takeBackInput,
} from '#server/concepts/aims/inputs.ts'
import { aimFor } from '#server/concepts/aims/views.ts'
import { kindNames, stateNames } from '#server/concepts/aims/words.ts'
import { nothingInput } from '#server/concepts/inputs.ts'
import { paths } from '#server/concepts/paths.ts'
import type { Dimension } from '#server/plg/inquiry/contract.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { Comments } from './components/comments.tsx'
import { Deciding } from './components/deciding.tsx'

export const loader = visitorPage(({ actor, params }) => aimFor(actor, params.number))

const pathOf = (request: Request) => new URL(request.url).pathname

export const action = forms({
  take: intent(takeAimInput, async ({ actor, input, params }) =>
    redirectWithToast(
      await takeAim(actor, params.number, input),
      'Das Ziel steht in Ihrem Entwurf.',
    ),
  ),
  inForce: intent(forceInput, async ({ actor, input, params, request }) => {
    await putInForce(actor, params.number, input)
    return redirectWithToast(pathOf(request), 'Das Ziel gilt ab heute.')
  }),
  takeBack: intent(takeBackInput, async ({ actor, input, params, request }) => {
    await takeBackAim(actor, params.number, input)
    return redirectWithToast(pathOf(request), 'Der Vorschlag ist zurückgenommen.')
  }),
  comment: intent(commentInput, async ({ actor, input, params, request }) => {
    await addComment(actor, params.number, input)
    return redirectWithToast(`${pathOf(request)}#stellungnahmen`, 'Ihre Stellungnahme steht hier.')
  }),
  takeCommentBack: intent(oneCommentInput, async ({ actor, input, params, request }) => {
    await takeCommentBack(actor, params.number, input.comment)
    return redirectWithToast(
      `${pathOf(request)}#stellungnahmen`,
      'Ihre Stellungnahme ist gelöscht.',
    )
  }),
  hide: intent(hideCommentInput, async ({ actor, input, params, request }) => {
    await hideComment(actor, params.number, input)
    return redirectWithToast(
      `${pathOf(request)}#stellungnahmen`,
      'Die Stellungnahme ist ausgeblendet.',
    )
  }),
  show: intent(oneCommentInput, async ({ actor, input, params, request }) => {
    await showComment(actor, params.number, input.comment)
    return redirectWithToast(
      `${pathOf(request)}#stellungnahmen`,
      'Die Stellungnahme ist wieder zu lesen.',
    )
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
  const view = useLoaderData<typeof loader>()
  const { aim, serves, replaces, replacedBy, schools, can, comments, clientKey } = view
  const reply = useActionData<Reply>()
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
        meta={metaOf(aim)}
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
              ['Begründung', aim.decision],
            ]}
          />
        </Card>
        <div className="grid gap-5 empty:hidden">
          <Taking />
          <Deciding aim={aim} isAsked={comments.isAsked} can={can} reply={reply} />
        </div>
        <Comments
          state={aim.state}
          until={aim.commentsUntil}
          comments={comments}
          clientKey={clientKey}
          reply={reply}
        />
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

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['aim']

function metaOf({ state, validFrom, commentsUntil }: Shown) {
  if (validFrom) return `seit ${day(validFrom)}`
  return state === 'draft' && commentsUntil && `Stellungnahmen bis ${day(commentsUntil)}`
}

/** A goal of one's own school that serves this one. */
function Taking() {
  const { homes, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
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
