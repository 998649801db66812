import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { NearGoals } from '#app/concepts/near-goals.tsx'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { goalsLike } from '#server/concepts/network/near/views.ts'
import { createIdea } from '#server/ideas/commands.ts'
import { type IdeaCard as Idea, LIMITS } from '#server/ideas/contract.ts'
import { createInput } from '#server/ideas/inputs.ts'
import { paths } from '#server/ideas/paths.ts'
import { newIdeaFor } from '#server/ideas/views.ts'
import { IdeaCard } from './components/idea-card.tsx'
import { IdeaFields } from './components/idea-fields.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  const view = await newIdeaFor(actor, asked.get('titel'), asked.get('aufruf') ?? undefined)
  const nearGoals = view.isTitled ? await goalsLike(actor, { text: view.title }) : []
  return { ...view, nearGoals }
})

export const action = form(createInput, async ({ actor, input }) =>
  redirectWithToast(await createIdea(actor, input), 'Die Idee steht auf dem Markt.'),
)

export const meta: MetaFunction = () => [{ title: 'Idee aufschreiben – Lernen 25' }]

/** In two steps: the title first, so that whoever has the same in mind as others meets them before writing. */
export default function New() {
  const view = useLoaderData<typeof loader>()
  const { title, isTitled, similar, schools, programmes, clientKey, call, isCallOver } = view
  const reply = useActionData<typeof action>()
  if (!isTitled)
    return (
      <div className="max-w-[48rem]">
        <Way />
        <PageHead
          title="Idee aufschreiben"
          meta="Erst der Titel. Dann sehen Sie, ob jemand Ähnliches vorhat."
        />
        <Answering call={call} isOver={isCallOver} />
        <HouseForm method="get" action={paths.new()}>
          {call && <input type="hidden" name="aufruf" value={call.number} />}
          <TextField
            name="titel"
            label="Titel"
            hint={`Kurz und erkennbar, zum Beispiel „Brüche mit dem iPad sichtbar machen“. Mindestens ${LIMITS.title.min} Zeichen.`}
            required
            minLength={LIMITS.title.min}
            maxLength={LIMITS.title.max}
            defaultValue={title}
          />
          <div className="flex flex-wrap gap-3">
            <Button>Weiter</Button>
            <ButtonLink to={paths.list()} variant="tertiary">
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      </div>
    )
  return (
    <div className="max-w-[48rem]">
      <Way />
      <PageHead title="Idee aufschreiben" meta="Sie können alles später ändern." />
      <div className="grid gap-5">
        <Answering call={call} isOver={isCallOver} />
        <Similar ideas={similar} />
        <NearGoals goals={view.nearGoals} />
        <HouseForm reply={reply} clientKey={clientKey} key={title}>
          {call && <input type="hidden" name="call" value={call.number} />}
          {schools.length > 1 && (
            <SelectField
              name="schoolId"
              label="Für welche Schule?"
              empty="Bitte wählen"
              required
              choices={schools}
            />
          )}
          <IdeaFields idea={{ title }} programmes={programmes} />
          <div className="flex flex-wrap gap-3">
            <Button>Idee veröffentlichen</Button>
            <ButtonLink to={paths.list()} variant="tertiary">
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      </div>
    </div>
  )
}

type Call = { title: string; path: string }

/** Which call the idea is written for, or that it takes no answers any more. */
function Answering({ call, isOver }: { call: Call | null; isOver: boolean }) {
  if (isOver)
    return (
      <Notice tone="achtung" title="Dieser Aufruf ist beendet">
        Ihre Idee können Sie trotzdem aufschreiben. Sie steht dann ohne ihn auf dem Markt.
      </Notice>
    )
  if (!call) return null
  return (
    <Notice
      title="Ihre Antwort auf einen Aufruf"
      action={<ButtonLink to={call.path}>Aufruf lesen</ButtonLink>}
    >
      {call.title}
    </Notice>
  )
}

const Way = () => <Breadcrumb steps={[{ label: 'Ideen', to: paths.list() }, { label: 'Neu' }]} />

function Similar({ ideas }: { ideas: Idea[] }) {
  if (ideas.length === 0) return null
  return (
    <Card
      title="Ähnliche Ideen"
      lead="Ist Ihre dabei? Dann machen Sie dort mit: So kommen schneller genug Schulen zusammen."
    >
      <div className="grid gap-3">
        {ideas.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} />
        ))}
      </div>
    </Card>
  )
}
