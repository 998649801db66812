import { useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day } from '#app/ui/format.ts'
import { PhaseBar } from '#app/ui/phase-bar.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { aboutFor } from '#server/plg/members/views.ts'
import { joiningNames, noteOf, stepNames, stepOf } from '#server/plg/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { wordsOf } from './components/choices.ts'

export const loader = page(({ actor, params }) => aboutFor(actor, params.plg ?? ''))

export default function About() {
  const { plg, leads } = useLoaderData<typeof loader>()
  return (
    <Card title="Steckbrief">
      <div className="grid gap-4">
        <div className="max-w-[68ch]">
          <p className="text-lg font-semibold">{plg.question}</p>
          {plg.summary && <p className="mt-2 whitespace-pre-wrap">{plg.summary}</p>}
        </div>
        <PhaseBar steps={stepNames} current={stepOf(plg.phase)} note={noteOf(plg)} isDetailed />
        <DefinitionList
          facts={[
            ['Schulen', plg.schools.join(', ') || 'Noch keine'],
            ['Es sprechen für die PLG', leads.map(nameAndSchool).join(', ') || 'Zurzeit niemand'],
            ['Fächer', wordsOf(plg.subjects, subjectNames) || 'Alle'],
            ['Jahrgänge', wordsOf(plg.gradeBands, gradeBandNames) || 'Alle'],
            ['Schulformen', wordsOf(plg.schoolForms, schoolFormWords) || 'Alle'],
            ['Beitritt', joiningNames[plg.joining]],
            ['Gegründet', day(plg.foundedAt)],
          ]}
        />
      </div>
    </Card>
  )
}

const nameAndSchool = ({ name, school }: { name: string; school: string | null }) =>
  school ? `${name} (${school})` : name
