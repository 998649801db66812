import { useActionData } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { List, NewsRow, TaskRow } from '#app/ui/list.tsx'
import { paths } from '#server/accounts/paths.ts'
import { roleName } from '#server/accounts/words.ts'
import { paths as plgPaths } from '#server/plg/paths.ts'
import { InterestsFields } from './interests-fields.tsx'

/** Step 1: is it the right school? */
export function SchoolStep({
  memberships,
}: {
  memberships: { id: string; place: string; role: string }[]
}) {
  return (
    <Card title="Stimmt das?">
      <List>
        {memberships.map(({ id, place, role }) => (
          <TaskRow key={id}>
            <p className="font-semibold">{place}</p>
            <p>{roleName(role)}</p>
          </TaskRow>
        ))}
      </List>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to={paths.welcome(2)} variant="primary">
          Ja, weiter
        </ButtonLink>
        <ButtonLink to={paths.roles()}>Nein, ändern</ButtonLink>
        <Skip />
      </div>
    </Card>
  )
}

/** Step 2: what somebody teaches. */
export function InterestsStep(chosen: { subjects: string[]; gradeBands: string[] }) {
  return (
    <Card
      title="Was unterrichten Sie?"
      lead="Damit schlagen wir eine passende PLG vor. Sie können das jederzeit im Konto ändern."
    >
      <HouseForm reply={useActionData<Reply>()} id="faecher">
        <InterestsFields {...chosen} />
      </HouseForm>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button form="faecher" name="intent" value="interests">
          Weiter
        </Button>
        <Skip />
      </div>
    </Card>
  )
}

/** Step 3: one PLG that fits. */
export function PlgStep({
  plgs,
}: {
  plgs: { id: string; slug: string; title: string; question: string; schools: string[] }[]
}) {
  return (
    <Card
      title="Eine PLG, die passt"
      lead="In einer Professionellen Lerngemeinschaft (PLG) probieren Lehrkräfte mehrerer Schulen gemeinsam etwas aus. Auf der Seite der PLG können Sie beitreten."
    >
      {plgs.length === 0 ? (
        <EmptyState title="Noch keine PLG sucht gerade Mitglieder.">
          Unter „PLGs“ sehen Sie, wenn eine neue dazukommt. Sie können auch selbst eine gründen.
        </EmptyState>
      ) : (
        <List>
          {plgs.map(({ id, slug, title, question, schools }) => (
            <NewsRow key={id} to={plgPaths.plg(slug)} title={title} meta={schools.join(', ')}>
              {question}
            </NewsRow>
          ))}
        </List>
      )}
      <ButtonLink to="/heute" variant="primary" className="mt-4">
        Fertig, zu Heute
      </ButtonLink>
    </Card>
  )
}

function Skip() {
  return (
    <HouseForm className="inline-flex">
      <Button name="intent" value="finish" variant="tertiary">
        Überspringen
      </Button>
    </HouseForm>
  )
}
