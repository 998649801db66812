import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { projectInput } from '#server/projects/inputs.ts'
import { paths } from '#server/projects/paths.ts'
import { publishProject, sayName, withdrawProject } from '#server/projects/publishing/commands.ts'
import { nameInput, publishInput } from '#server/projects/publishing/inputs.ts'
import { publishingFor } from '#server/projects/publishing/views.ts'
import {
  licenceHints,
  licenceNames,
  nameUseNames,
  visibilityHints,
  visibilityNames,
  words,
} from '#server/projects/words.ts'
import { placeOf } from './components/place.ts'
import { NameChoice } from './components/name-choice.tsx'
import { ProjectHead } from './components/project-head.tsx'

export const loader = page(({ actor, params }) => publishingFor(actor, placeOf(params)))

export const action = forms({
  publish: intent(publishInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await publishProject(actor, placeOf(params), input),
      'Das Vorhaben ist veröffentlicht.',
    ),
  ),
  name: intent(nameInput, async ({ actor, params, input }) => {
    const { plg, project } = placeOf(params)
    await sayName(actor, project, input.nameUse)
    return redirectWithToast(
      paths.publishing(`${paths.list(plg)}/${project}`),
      'Ihre Entscheidung ist gespeichert.',
    )
  }),
  withdraw: intent(projectInput, async ({ actor, params }) =>
    redirectWithToast(
      await withdrawProject(actor, placeOf(params)),
      'Das Vorhaben ist zurückgezogen. Außerhalb der PLG findet und liest es niemand mehr.',
    ),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Veröffentlichen – ${data?.project.title ?? 'Vorhaben'} – Lernen 25` },
]

export default function Publishing() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { project, can } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const isOut = project.visibility !== 'plg'
  return (
    <>
      <ProjectHead view={view} page="Veröffentlichen" />
      <div className="grid max-w-[46rem] gap-5">
        {isOut && (
          <Notice tone="ok" title={`Veröffentlicht: ${visibilityNames[project.visibility]}`}>
            <a className="underline" href={paths.published(project)}>
              Zur öffentlichen Seite
            </a>
          </Notice>
        )}
        <WhatGoesOut view={view} />
        {view.ownName === 'pending' && <NameChoice ownName="pending" reply={replyTo('name')} />}
        {can.publish ? (
          <PublishForm view={view} reply={replyTo('publish')} />
        ) : (
          <Notice title="Veröffentlichen können Sie hier nicht.">
            Das tun die Autor:innen und die Sprecher:innen der PLG.
          </Notice>
        )}
        {can.withdraw && (
          <Card
            title="Zurückziehen"
            lead="Danach lesen es nur noch die Mitglieder der PLG. Kopien an anderen Schulen bleiben und tragen einen Hinweis."
          >
            <HouseForm reply={replyTo('withdraw')}>
              <div>
                <Button variant="secondary" name="intent" value="withdraw">
                  Zurückziehen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
type Reply = Parameters<typeof HouseForm>[0]['reply']

function WhatGoesOut({ view: { authors, files } }: { view: View }) {
  return (
    <Card title="Was andere lesen">
      <p className="max-w-[68ch]">
        Titel, Beschreibung, Angaben, Plan, Reflexion und Abschluss, Verweise und Dateien.
        Durchgänge, Auswertung und der Name der PLG bleiben hier.
      </p>
      <h3 className="mt-3 font-semibold">Autor:innen</h3>
      <ul>
        {authors.map(({ personId, name, nameUse }) => (
          <li key={personId}>
            {name}: {nameUseNames[nameUse]}
          </li>
        ))}
      </ul>
      <h3 className="mt-3 font-semibold">Dateien</h3>
      {files.length === 0 ? (
        <p className="text-leise">Keine.</p>
      ) : (
        <ul>
          {files.map((name, at) => (
            <li key={at} className="wrap-anywhere">
              {name}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function PublishForm({ view, reply }: { view: View; reply: Reply }) {
  const { project, licences, hints } = view
  const isOut = project.visibility !== 'plg'
  return (
    <HouseForm reply={reply}>
      <input type="hidden" name="version" value={project.version} />
      {hints.length > 0 && (
        <Notice tone="achtung" title="Bitte prüfen">
          {words.childNames(hints)}
        </Notice>
      )}
      <RadioRows
        name="visibility"
        label="Wer soll es lesen?"
        defaultValue={isOut ? project.visibility : undefined}
        choices={(['network', 'public'] as const).map((value) => ({
          value,
          label: visibilityNames[value],
          hint: visibilityHints[value],
        }))}
      />
      <RadioRows
        name="licence"
        label="Lizenz"
        hint="Sie gilt für das, was Sie selbst geschrieben haben. Fremdes Material brauchen Sie mit Erlaubnis."
        defaultValue={project.licence ?? undefined}
        choices={licences.map((value) => ({
          value,
          label: licenceNames[value],
          hint: licenceHints[value],
        }))}
      />
      <ChildCheck isShown={hints.length > 0} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="publish">
          {isOut ? 'Änderung speichern' : 'Veröffentlichen'}
        </Button>
        <ButtonLink variant="tertiary" to={project.path}>
          Abbrechen
        </ButtonLink>
      </div>
    </HouseForm>
  )
}
