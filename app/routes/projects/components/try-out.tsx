import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { type Choice, SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { plural } from '#app/ui/format.ts'

type Echo = {
  persons: number
  schools: number
  names: string[]
  isTrying: boolean
  copies: number
}

/** How many try it and have adopted it: numbers for everybody, names only of those who want it. */
export function Echoes({ echo }: { echo: Echo }) {
  const { schools, persons, names, copies } = echo
  return (
    <>
      <p>
        {persons === 0
          ? 'Noch probiert es niemand aus.'
          : schools > 0
            ? `${plural(schools, 'Schule probiert', 'Schulen probieren')} es aus.`
            : `${plural(persons, 'Person probiert', 'Personen probieren')} es aus.`}
      </p>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {copies > 0 && <p>{plural(copies, 'PLG hat', 'PLGs haben')} es übernommen.</p>}
    </>
  )
}

/** "Probiere ich aus", and taking it back. */
export function TryOut({
  echo,
  schools,
  canTry,
  reply,
}: {
  echo: Echo
  schools: Choice[]
  canTry: boolean
  reply: Reply
}) {
  return (
    <Card title="Ausprobieren">
      <Echoes echo={echo} />
      {canTry && (
        <div className="mt-3 print:hidden">
          {echo.isTrying ? (
            <HouseForm reply={reply}>
              <div>
                <Button variant="secondary" name="intent" value="stop">
                  Ich probiere es nicht mehr aus
                </Button>
              </div>
            </HouseForm>
          ) : (
            <HouseForm reply={reply}>
              {schools.length > 1 && (
                <SelectField name="schoolId" label="An welcher Schule?" choices={schools} />
              )}
              <CheckField
                name="showsName"
                label="Mein Name darf dabeistehen"
                hint="Dann lesen ihn alle Angemeldeten, die das Vorhaben lesen. Ohne Haken zählt nur die Zahl."
              />
              <div>
                <Button variant="secondary" name="intent" value="try">
                  Probiere ich aus
                </Button>
              </div>
            </HouseForm>
          )}
        </div>
      )}
    </Card>
  )
}

/** "In meine Schule übernehmen": a copy in one of the reader's PLGs. */
export function Adopt({
  targets,
  copies,
  clientKey,
  reply,
}: {
  targets: Choice[]
  copies: string[]
  clientKey: string
  reply: Reply
}) {
  return (
    <Card
      title="In meine Schule übernehmen"
      lead="Sie bekommen eine Kopie in einer Ihrer PLGs, die Sie anpassen können. Sie nennt dieses Original."
      className="print:hidden"
    >
      {copies.length > 0 && <p className="mb-3">Schon übernommen: {copies.join(', ')}.</p>}
      {targets.length === 0 ? (
        copies.length === 0 && (
          <>
            <p className="mb-3">Dafür brauchen Sie eine PLG, in der Sie mitarbeiten.</p>
            <ButtonLink to="/plg">PLGs ansehen</ButtonLink>
          </>
        )
      ) : (
        <HouseForm reply={reply} clientKey={clientKey}>
          <SelectField
            name="plgId"
            label="In welche PLG?"
            choices={targets}
            empty={targets.length > 1 ? 'Bitte wählen' : undefined}
          />
          <div>
            <Button variant="secondary" name="intent" value="adopt">
              In meine Schule übernehmen
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}
