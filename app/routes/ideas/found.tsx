import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { NearGoals } from '#app/concepts/near-goals.tsx'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckField, RadioRows } from '#app/ui/choice-field.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { goalsLike } from '#server/concepts/network/near/views.ts'
import { foundFromIdea } from '#server/ideas/founding/commands.ts'
import { foundingFor } from '#server/ideas/founding/views.ts'
import { paths } from '#server/ideas/paths.ts'
import { JOINING, LIMITS } from '#server/plg/contract.ts'
import { foundInput } from '#server/plg/inputs.ts'
import { paths as plgPaths } from '#server/plg/paths.ts'
import {
  joiningHints,
  joiningNames,
  kindHints,
  kindNames,
  secondPlgHint,
} from '#server/plg/words.ts'

export const loader = page(async ({ actor, params }) => {
  const view = await foundingFor(actor, params.idea ?? '')
  const text = `${view.plg.title} ${view.plg.question}`
  const { competencies } = view.idea
  return { ...view, nearGoals: await goalsLike(actor, { text, competencies }) }
})

export const action = form(foundInput, async ({ actor, params, input }) => {
  const slug = await foundFromIdea(actor, params.idea ?? '', input)
  return redirectWithToast(
    plgPaths.plg(slug),
    'Die Gruppe ist gegründet, die Einladungen sind unterwegs.',
  )
})

export const meta: MetaFunction = () => [{ title: 'Aus der Idee eine PLG machen – Lernen 25' }]

export default function Found() {
  const view = useLoaderData<typeof loader>()
  const { idea, plg, schools, programmes, clientKey, isForOthers, isSecond } = view
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Ideen', to: paths.list() },
          { label: idea.title, to: idea.path },
          { label: 'PLG gründen' },
        ]}
      />
      <PageHead
        title="Aus der Idee eine PLG machen"
        meta={`Eingeladen ${view.invited === 1 ? 'wird' : 'werden'} ${plural(view.invited, 'Person', 'Personen')}. Die Idee ist danach nicht mehr offen.`}
      />
      {view.nearGoals.length > 0 && (
        <div className="mb-5">
          <NearGoals goals={view.nearGoals} />
        </div>
      )}
      <HouseForm reply={reply} clientKey={clientKey}>
        {isForOthers && (
          <Notice>
            Sie gründen für andere: Wer die Idee hatte, wird als Sprecher:in eingeladen, Sie
            begleiten die Gruppe.
          </Notice>
        )}
        {isSecond && <Notice>{secondPlgHint}</Notice>}
        {schools.length > 1 && (
          <SelectField
            name="schoolId"
            label="Für welche Ihrer Schulen?"
            hint="Deren Schulleitung wird um Zustimmung gebeten."
            empty="Bitte wählen"
            required
            choices={schools}
          />
        )}
        <TextField
          name="title"
          label="Titel"
          required
          maxLength={LIMITS.title.max}
          defaultValue={plg.title}
        />
        <TextArea
          name="question"
          label="Ihre Frage in einem Satz"
          hint="Was sollen Lernende am Ende besser können, und was wollen Sie dafür ausprobieren?"
          required
          rows={3}
          maxLength={LIMITS.question}
          defaultValue={plg.question}
          counter
        />
        <TextArea
          name="summary"
          label="Worum es geht"
          optional
          rows={6}
          maxLength={LIMITS.summary}
          defaultValue={plg.summary}
        />
        <RadioRows
          name="kind"
          label="Was für eine Gruppe?"
          defaultValue="plg"
          choices={view.kinds.map((value) => ({
            value,
            label: kindNames[value],
            hint: kindHints[value],
          }))}
        />
        <RadioRows
          name="joining"
          label="Wie kommen andere dazu?"
          hint="Wer bei der Idee mitmacht, wird in jedem Fall eingeladen."
          defaultValue={plg.joining}
          choices={JOINING.map((value) => ({
            value,
            label: joiningNames[value],
            hint: joiningHints[value],
          }))}
        />
        <CheckField
          name="seeksMembers"
          label="Wir suchen weitere Mitglieder"
          defaultChecked={plg.seeksMembers}
        />
        {programmes.length > 0 && (
          <SelectField
            name="programmeId"
            label="Programm"
            optional
            empty="Keines"
            choices={programmes}
            defaultValue={view.programmeId}
            className="max-w-[28rem]"
          />
        )}
        <Kept name="subjects" values={plg.subjects} />
        <Kept name="gradeBands" values={plg.gradeBands} />
        <Kept name="schoolForms" values={plg.schoolForms} />
        <div className="flex flex-wrap gap-3">
          <Button>Gruppe gründen und einladen</Button>
          <ButtonLink to={idea.path} variant="tertiary">
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}

/** What the idea says about for whom it is goes along; it can be changed in the settings. */
function Kept({ name, values }: { name: string; values: string[] }) {
  return values.map((value) => <input key={value} type="hidden" name={name} value={value} />)
}
