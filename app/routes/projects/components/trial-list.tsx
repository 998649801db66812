import { Form } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { paths } from '#server/projects/paths.ts'
import type { Trial } from '#server/projects/trials/contract.ts'

/** The runs in class; they name teachers and stay in the PLG. */
export function TrialList({
  trials,
  project,
  canAdd,
}: {
  trials: Trial[]
  project: string
  canAdd: boolean
}) {
  return (
    <Card
      title="Durchgänge im Unterricht"
      lead="Durchgänge bleiben in der PLG. Nach außen steht nur, wie viele es waren."
      aside={
        canAdd && (
          <ButtonLink icon={Plus} to={paths.newTrial(project)}>
            Durchgang eintragen
          </ButtonLink>
        )
      }
    >
      {trials.length === 0 ? (
        <p className="text-leise">Noch keiner.</p>
      ) : (
        <ul className="divide-y divide-linie">
          {trials.map((trial) => (
            <li key={trial.id} className="py-zeile">
              <p className="text-sm text-leise">
                {[
                  day(trial.heldOn),
                  trial.school,
                  trial.teacher,
                  wordsOf(
                    [trial.subject].filter((value) => value !== ''),
                    subjectNames,
                  ),
                  wordsOf(
                    [trial.gradeBand].filter((value) => value !== ''),
                    gradeBandNames,
                  ),
                  plural(trial.lessons, 'Stunde', 'Stunden'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{trial.what}</p>
              <More title="Reaktion der Lernenden" text={trial.pupilsReaction} />
              <More title="Schwierigkeit" text={trial.problem} />
              {trial.canChange && <Acts trial={trial} project={project} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function More({ title, text }: { title: string; text: string }) {
  if (!text) return null
  return (
    <p className="mt-1 max-w-[68ch] wrap-anywhere whitespace-pre-line">
      <strong>{title}:</strong> {text}
    </p>
  )
}

function Acts({ trial, project }: { trial: Trial; project: string }) {
  const which = <span className="sr-only">: Durchgang am {day(trial.heldOn)}</span>
  return (
    <Form method="post" className="flex flex-wrap gap-3 print:hidden" preventScrollReset>
      <input type="hidden" name="trial" value={trial.id} />
      <Link
        to={paths.trial(project, trial.id)}
        className="inline-flex min-h-11 items-center underline"
      >
        Bearbeiten{which}
      </Link>
      <Button variant="tertiary" name="intent" value="deleteTrial">
        Löschen{which}
      </Button>
    </Form>
  )
}
