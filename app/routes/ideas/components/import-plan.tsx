import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural, time } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ImportPlan, PlannedGroup, PlannedPerson } from '#server/ideas/import/contract.ts'
import { importRoleNames } from '#server/ideas/import/words.ts'
import { paths } from '#server/ideas/paths.ts'
import { kindNames } from '#server/plg/words.ts'

type Review = { id: string; fileName: string; origin: string; rows: number; plan: ImportPlan }

/** No page of a browser gets better with thousands of rows. */
const MOST_SHOWN = 200

/** All that taking a list over would change, and the one button that does it. */
export function ImportPlanReview({ review, reply }: { review: Review; reply: Reply }) {
  const { plan } = review
  const canApply = plan.problems.length === 0
  const people = plan.groups.flatMap((group) => group.people).filter(({ isNew }) => isNew)
  const created = plan.groups.filter(({ plgId }) => plgId === null)
  const hasNews = people.length + created.length > 0
  return (
    <>
      <Card title={review.fileName} lead={`Aus: ${review.origin}`}>
        <p>
          {plural(review.rows, 'Zeile', 'Zeilen')}, {plural(created.length, 'Gruppe', 'Gruppen')}{' '}
          neu, {plan.groups.length - created.length} bekannt,{' '}
          {plural(people.length, 'Einladung', 'Einladungen')}
        </p>
        {!hasNews && canApply && (
          <div className="mt-3">
            <Notice>Die Liste sagt nichts Neues: Es würde sich nichts ändern.</Notice>
          </div>
        )}
        <HouseForm reply={reply} className="mt-4 grid gap-3">
          <input type="hidden" name="importId" value={review.id} />
          <div className="flex flex-wrap gap-3">
            {canApply && (
              <Button name="intent" value="apply">
                Übernehmen
              </Button>
            )}
            <ButtonLink to={paths.import()}>Andere Datei</ButtonLink>
          </div>
        </HouseForm>
      </Card>
      <Lines
        tone="stopp"
        title="Das stimmt noch nicht, deshalb wird nichts übernommen"
        lines={plan.problems}
      />
      <Lines tone="achtung" title="Bitte beachten" lines={plan.hints} />
      {plan.groups.slice(0, MOST_SHOWN).map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </>
  )
}

function Lines({
  tone,
  title,
  lines,
}: {
  tone: 'stopp' | 'achtung'
  title: string
  lines: string[]
}) {
  if (lines.length === 0) return null
  return (
    <Notice tone={tone} title={title}>
      <ul>
        {lines.slice(0, MOST_SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > MOST_SHOWN && <p>und {lines.length - MOST_SHOWN} weitere</p>}
    </Notice>
  )
}

function Group({ group }: { group: PlannedGroup }) {
  return (
    <Card
      title={<span className="wrap-anywhere">{group.title}</span>}
      aside={
        <Badge tone={group.plgId === null ? 'aktion' : 'offen'}>
          {group.plgId === null ? 'Neu' : 'Bekannt'}
        </Badge>
      }
      lead={[kindNames[group.kind], group.programme, group.schools.join(', ')]
        .filter(Boolean)
        .join(' · ')}
    >
      <List>
        {group.people.slice(0, MOST_SHOWN).map((person) => (
          <li key={person.email} className="flex flex-wrap justify-between gap-x-4 py-zeile">
            <span className="break-all">
              {person.email} · {importRoleNames[person.role]}
              {person.school && ` · ${person.school}`}
            </span>
            <span className="text-leise">{fateOf(person)}</span>
          </li>
        ))}
      </List>
      {group.plgId === null && (
        <>
          <Entries
            title="Termine"
            lines={group.sessions.map(
              ({ title, startsAt, endsAt }) =>
                `${day(startsAt)}, ${time(startsAt)} bis ${time(endsAt)}: ${title}`,
            )}
          />
          <Entries
            title="Links auf Dokumente"
            lines={group.documents.map(({ title, href }) =>
              title === href ? href : `${title} (${href})`,
            )}
          />
          <Entries
            title="Nicht übernommen werden, weil Uhrzeit oder Link fehlen"
            lines={group.left}
          />
        </>
      )}
    </Card>
  )
}

function Entries({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <div className="mt-3">
      <h3 className="text-base">{title}</h3>
      <ul>
        {lines.slice(0, MOST_SHOWN).map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}

function fateOf({ isNew, hasAccount }: PlannedPerson): string {
  if (!isNew) return 'Bekannt'
  return hasAccount === false ? 'Kein Konto: Einladung per Mail' : 'Wird eingeladen'
}
