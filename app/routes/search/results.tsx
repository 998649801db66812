import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Search from 'lucide-react/icons/search'
import { visitorPage } from '#app/http/page.ts'
import { Marked } from '#app/routes/search/components/marked.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { LONGEST_QUERY, type SearchResults } from '#server/search/contract.ts'
import { resultsFor } from '#server/search/views.ts'

export const loader = visitorPage(async ({ actor, context, request }) => ({
  ...(await resultsFor(
    { actor, network: context.network },
    new URL(request.url).searchParams.get('q') ?? '',
  )),
  isVisitor: actor === null,
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.q ? `„${data.q}“ – Suche – Lernen 25` : 'Suche – Lernen 25' },
  { name: 'robots', content: 'noindex' },
]

export default function Results() {
  const { q, words, groups, isVisitor } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={q ? `Suche nach „${q}“` : 'Suche'}
        meta={isVisitor ? 'Ohne Anmeldung finden Sie Schulen.' : undefined}
      />
      <HouseForm
        method="get"
        key={q}
        role="search"
        className="mb-5 flex max-w-[40rem] items-end gap-3"
      >
        <TextField
          name="q"
          type="search"
          label="Wonach suchen Sie?"
          defaultValue={q}
          maxLength={LONGEST_QUERY}
          className="min-w-0 grow"
        />
        <Button icon={Search}>Suchen</Button>
      </HouseForm>
      {words.length > 0 && groups.length === 0 && <NothingFound q={q} isVisitor={isVisitor} />}
      {q !== '' && words.length === 0 && <p>Bitte mindestens zwei Zeichen eingeben.</p>}
      <div className="grid gap-5">
        {groups.map((group) => (
          <Group key={group.kind} group={group} words={words} />
        ))}
      </div>
    </>
  )
}

function Group({ group, words }: { group: SearchResults['groups'][number]; words: string[] }) {
  return (
    <Card title={group.title}>
      <List>
        {group.cards.map((card) => (
          <li key={card.id} className="relative py-zeile">
            <Link
              to={card.path}
              prefetch="intent"
              className="font-semibold after:absolute after:inset-0 hover:underline"
            >
              <Marked text={card.title} words={words} />
            </Link>
            {card.context && (
              <p className="text-sm text-leise">
                <Marked text={card.context} words={words} />
              </p>
            )}
          </li>
        ))}
      </List>
      {group.hasMore && (
        <p className="mt-2 text-leise">
          Es gibt mehr Treffer. Ein weiteres Wort grenzt die Suche ein.
        </p>
      )}
    </Card>
  )
}

function NothingFound({ q, isVisitor }: { q: string; isVisitor: boolean }) {
  return (
    <EmptyState
      title={`Nichts gefunden zu „${q}“.`}
      action={
        <div className="flex flex-wrap gap-3">
          {isVisitor && (
            <ButtonLink
              to={`/anmelden?weiter=${encodeURIComponent(`/suche?q=${encodeURIComponent(q)}`)}`}
            >
              Anmelden und mehr finden
            </ButtonLink>
          )}
          {!isVisitor && <ButtonLink to="/plg">PLGs ansehen</ButtonLink>}
          <ButtonLink to="/schulen">Schulen ansehen</ButtonLink>
        </div>
      }
    >
      <ul className="list-disc pl-5">
        <li>Stimmt die Schreibweise? Umlaute und Akzente sind gleichgültig.</li>
        <li>Versuchen Sie ein kürzeres Wort oder nur den Anfang: „Bruch“ statt „Bruchrechnung“.</li>
        <li>Gefunden wird nur, was alle Wörter enthält. Lassen Sie eines weg.</li>
      </ul>
    </EmptyState>
  )
}
