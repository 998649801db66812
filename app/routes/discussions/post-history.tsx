import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { when } from '#app/ui/format.ts'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { paths } from '#server/discussions/paths.ts'
import { historyFor } from '#server/discussions/posts/views.ts'

export const loader = page(({ actor, params }) => {
  const { plg = '', topic = '', post = '' } = params
  return historyFor(actor, {
    plg,
    topic,
    post: /^[1-9]\d{0,8}$/.test(post) ? Number(post) : 0,
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Verlauf eines Beitrags – ${data?.topic.title ?? 'Thema'} – Lernen 25` },
]

export default function PostHistory() {
  const { plg, topic, post, versions, isDeleted, now } = useLoaderData<typeof loader>()
  return (
    <>
      <h2 className="mb-1 text-xl">Verlauf von Beitrag {post.number}</h2>
      <p className="mb-4 text-leise">
        {topic.title}
        {isDeleted && ' · Beitrag gelöscht'}
      </p>
      <ol className="grid gap-4">
        {versions.map(({ number, html, writtenAt }, at) => (
          <li key={number} className="rounded-xl border border-linie bg-flaeche p-karte">
            <h3 className="mb-2 text-base">
              Fassung {number}
              <span className="font-normal text-leise">
                {' '}
                · {when(writtenAt, now)}
                {at === 0 && ' · aktuell'}
              </span>
            </h3>
            <StoredHtml html={html} />
          </li>
        ))}
      </ol>
      <ButtonLink to={paths.post(plg.slug, topic, post.number)} className="mt-5">
        Zurück zum Beitrag
      </ButtonLink>
    </>
  )
}
