import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { subjectNames } from '#server/accounts/words.ts'
import { CONCEPT_ROLES, type ConceptRole } from '#server/concepts/contract.ts'
import { giveRole, takeRole } from '#server/concepts/people/commands.ts'
import type { Task } from '#server/concepts/people/contract.ts'
import { giveRoleInput, takeRoleInput } from '#server/concepts/people/inputs.ts'
import { peopleFor } from '#server/concepts/people/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { roleNames } from '#server/concepts/words.ts'
import { SubHead } from './components/sub-head.tsx'
import { useAccepted } from './components/use-accepted.ts'

export const loader = page(({ actor, params }) => peopleFor(actor, params.school ?? ''))

export const action = forms({
  give: intent(giveRoleInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await giveRole(actor, school, input)
    return redirectWithToast(paths.people(school), 'Die Aufgabe ist vergeben.')
  }),
  take: intent(takeRoleInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await takeRole(actor, school, input)
    const { subject } = input
    return redirectWithToast(paths.people(school), {
      text: 'Die Aufgabe ist beendet.',
      undo: {
        ...{ action: paths.people(school), label: 'Rückgängig' },
        fields: {
          ...{ intent: 'give', person: input.person, role: input.role },
          ...(subject && { subject }),
        },
      },
    })
  }),
})

export const meta: MetaFunction = () => [{ title: 'Mitwirkende – Medienkonzept – Lernen 25' }]

const HINTS: Record<ConceptRole, string> = {
  editor: 'Die Schulleitung und die Digitalisierungsbeauftragten schreiben immer mit.',
  publisher: 'Diese Aufgabe gibt nur die Schulleitung.',
  subject_lead: 'Trägt im Medienkompetenzrahmen für das eigene Fach ein.',
  reader: 'Begleitung und Beratung, die Ihre Schule eingeladen hat.',
}

/** Who writes, speaks for a Fachkonferenz, publishes or reads along. */
export default function People() {
  const { tasks, can } = useLoaderData<typeof loader>()
  return (
    <>
      <SubHead
        title="Mitwirkende"
        meta="Das Kollegium liest den Entwurf. Diese Personen tun mehr."
      />
      {CONCEPT_ROLES.map((role) => (
        <Card key={role} title={roleNames[role]} lead={HINTS[role]}>
          <TaskList tasks={tasks.filter((task) => task.role === role)} />
        </Card>
      ))}
      {can.assign && <GiveTask />}
      {can.assign && <Invite />}
    </>
  )
}

function TaskList({ tasks }: { tasks: Task[] }) {
  if (tasks.length === 0) return <p className="text-leise">Noch niemand.</p>
  return (
    <List>
      {tasks.map((task) => {
        const { personId, name, role, subject, isHere, canEnd } = task
        const word = subjectNames[subject as keyof typeof subjectNames] ?? subject
        return (
          <li
            key={`${personId} ${subject}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-zeile"
          >
            <span className="min-w-0 wrap-anywhere">
              {name}
              {subject && `, ${word}`}
              {!isHere && (
                <span className="text-leise">
                  {role === 'reader' ? ' (berät nicht mehr)' : ' (nicht mehr an der Schule)'}
                </span>
              )}
            </span>
            {canEnd && (
              <Form method="post">
                <input type="hidden" name="intent" value="take" />
                <input type="hidden" name="person" value={personId} />
                <input type="hidden" name="role" value={role} />
                <input type="hidden" name="subject" value={subject} />
                <Button variant="tertiary">
                  Beenden
                  <span className="sr-only">: {[name, word].filter(Boolean).join(', ')}</span>
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </List>
  )
}

function GiveTask() {
  const { staff, can } = useLoaderData<typeof loader>()
  const given = useActionData<Reply>()
  const reply =
    given?.intent === 'give' && given.initialValue?.role !== 'reader' ? given : undefined
  const accepted = useAccepted('give', reply)
  const roles = CONCEPT_ROLES.filter(
    (role) => role !== 'reader' && (role !== 'publisher' || can.assignPublisher),
  )
  return (
    <Card title="Aufgabe vergeben">
      <HouseForm key={accepted} reply={reply} className="grid max-w-[46rem] gap-5">
        <input type="hidden" name="intent" value="give" />
        <SelectField
          name="person"
          label="Person aus dem Kollegium"
          empty="Bitte wählen"
          choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField name="role" label="Aufgabe" choices={choicesOf(roles, roleNames)} />
        <SelectField
          name="subject"
          label="Fach"
          hint="Nur für eine Fachkonferenz."
          optional
          empty="Keines"
          choices={choicesOf(SUBJECTS, subjectNames)}
        />
        <div>
          <Button>Aufgabe vergeben</Button>
        </div>
      </HouseForm>
    </Card>
  )
}

/** Somebody who accompanies or advises schools reads along; nobody of the Schulträger ever does. */
function Invite() {
  const { advisers } = useLoaderData<typeof loader>()
  const given = useActionData<Reply>()
  const reply = given?.initialValue?.role === 'reader' ? given : undefined
  const accepted = useAccepted('give', reply)
  return (
    <Card
      title="Zum Mitlesen einladen"
      lead="Wer Schulen begleitet oder berät, liest den Entwurf erst, wenn Sie einladen. Der Schulträger liest ihn nie."
    >
      {advisers.length === 0 ? (
        <p className="text-leise">Zurzeit gibt es niemanden mehr, den Sie einladen können.</p>
      ) : (
        <HouseForm key={accepted} reply={reply} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="role" value="reader" />
          <SelectField
            name="person"
            label="Person"
            empty="Bitte wählen"
            choices={advisers.map(({ id, name, roles }) => ({
              value: id,
              label: `${name}, ${roles}`,
            }))}
          />
          <Button variant="secondary" name="intent" value="give">
            Einladen
          </Button>
        </HouseForm>
      )}
    </Card>
  )
}
