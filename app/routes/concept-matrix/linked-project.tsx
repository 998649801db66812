import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { editLink, unlinkProject } from '#server/concepts/matrix/links/commands.ts'
import { editLinkInput, unlinkInput } from '#server/concepts/matrix/links/inputs.ts'
import { linkFor } from '#server/concepts/matrix/links/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { COMPETENCY_CHOICES } from './components/competency-choices.ts'

export const loader = page(({ actor, params }) =>
  linkFor(actor, params.school ?? '', params.project ?? ''),
)

export const action = forms({
  edit: intent(editLinkInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await editLink(actor, school, params.project ?? '', input)
    return redirectWithToast(paths.linkedProjects(school), 'Die Zuordnung ist gespeichert.')
  }),
  unlink: intent(unlinkInput, async ({ actor, params }) => {
    const school = params.school ?? ''
    await unlinkProject(actor, school, params.project ?? '')
    return redirectWithToast(paths.linkedProjects(school), 'Das Vorhaben ist nicht mehr verknüpft.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Vorhaben'} – Medienkonzept – Lernen 25` },
]

/** Where a linked Vorhaben counts in this concept. */
export default function LinkedProject() {
  const { school, link, title, path } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <section aria-labelledby="zuordnung" className="max-w-[46rem]">
      <h2 id="zuordnung" className="mb-1 text-xl">
        {title}
      </h2>
      <p className="mb-4 text-leise">
        Wo es bei Ihnen zählt. Am Anfang steht hier, was das Vorhaben selbst sagt.{' '}
        {path && (
          <Link to={path} className="underline">
            Zum Vorhaben
          </Link>
        )}
      </p>
      <HouseForm reply={reply?.intent === 'edit' ? reply : undefined} autoComplete="off">
        <SeenVersion version={link.version} />
        <CheckGroup
          name="gradeBands"
          label="Jahrgänge"
          optional
          columns
          choices={choicesOf(GRADE_BANDS, gradeBandNames)}
          defaultValue={link.gradeBands}
        />
        <CheckGroup
          name="competencies"
          label="Kompetenzen"
          choices={COMPETENCY_CHOICES}
          defaultValue={link.competencies}
        />
        <CheckGroup
          name="subjects"
          label="Fächer"
          optional
          columns
          choices={choicesOf(SUBJECTS, subjectNames)}
          defaultValue={link.subjects}
        />
        <TextField
          name="lastTaught"
          label="Zuletzt unterrichtet"
          optional
          defaultValue={link.lastTaught}
          hint="Schuljahr wie 2026/27."
        />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="edit">
            Zuordnung speichern
          </Button>
          <ButtonLink variant="tertiary" to={paths.linkedProjects(school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
      <HouseForm className="mt-6" reply={reply?.intent === 'unlink' ? reply : undefined}>
        <Button variant="secondary" name="intent" value="unlink">
          Verknüpfung lösen
        </Button>
      </HouseForm>
    </section>
  )
}
