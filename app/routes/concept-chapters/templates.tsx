import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { form, page } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { longDay } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { type SafeHtml, StoredHtml } from '#app/ui/stored-html.tsx'
import { beginTextInput } from '#server/concepts/chapters/inputs.ts'
import { paths } from '#server/concepts/chapters/paths.ts'
import { beginText } from '#server/concepts/chapters/templates/commands.ts'
import { templatesForChapter } from '#server/concepts/chapters/templates/views.ts'
import '#app/styles/document.css'

export const loader = page(({ actor, params }) =>
  templatesForChapter(actor, params.school ?? '', Number(params.chapter) || 0),
)

export const action = form(beginTextInput, async ({ actor, params, input }) =>
  redirect(await beginText(actor, params.school ?? '', input), 303),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vorlagen und Beispiele – ${data?.chapter.title ?? 'Kapitel'} – Lernen 25` },
]

export default function Templates() {
  const { chapter, school, path, templates, examples } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const trouble = reply?.error?.from
  return (
    <section aria-labelledby="vorlagen" className="max-w-[48rem]">
      <h2 id="vorlagen" className="mb-1 text-xl wrap-anywhere">
        Vorlagen und Beispiele für „{chapter.title}“
      </h2>
      <p className="mb-4 text-leise">
        Was Sie übernehmen, steht danach am Anfang Ihres Textes. Nichts geht verloren.
      </p>
      <div role="status">
        {trouble && <p className="mb-3 font-semibold text-achtung">{trouble.join(' ')}</p>}
      </div>
      <h3 className="mb-1 text-lg">Vorlagen</h3>
      {templates.length === 0 && <p className="text-leise">Für dieses Kapitel gibt es keine.</p>}
      {templates.map(({ key, title, html }) => (
        <Offer key={key} title={title} html={html} from={key} chapter={chapter.id} />
      ))}
      <h3 className="mt-6 mb-1 text-lg">Aus Konzepten anderer Schulen</h3>
      {examples.length === 0 && (
        <p className="text-leise">
          Noch hat keine Schule ein solches Kapitel veröffentlicht, das Sie lesen können.
        </p>
      )}
      {examples.map((one) => (
        <Offer
          key={one.key}
          title={`${one.title} – ${one.school}`}
          badge={one.isSameForm ? 'Gleiche Schulform' : undefined}
          html={one.html}
          from={one.key}
          chapter={chapter.id}
        >
          <p className="mb-2 text-sm text-leise">
            {one.form} · Version {one.version}
            {one.publishedAt && `, veröffentlicht am ${longDay(one.publishedAt)}`} ·{' '}
            <Link to={one.path} className="underline">
              Im ganzen Konzept lesen
            </Link>
          </p>
        </Offer>
      ))}
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to={path}>Zum Text</ButtonLink>
        <ButtonLink variant="tertiary" to={paths.list(school.slug)}>
          Alle Kapitel
        </ButtonLink>
      </div>
    </section>
  )
}

function Offer({
  title,
  badge,
  html,
  from,
  chapter,
  children,
}: {
  title: string
  badge?: string
  html: SafeHtml
  from: string
  chapter: string
  children?: ReactNode
}) {
  return (
    <Fold
      className="border-b border-linie"
      title={
        <>
          <span className="font-semibold wrap-anywhere">{title}</span>{' '}
          {badge && <Badge tone="ok">{badge}</Badge>}
        </>
      }
    >
      {children}
      <StoredHtml html={html} className="dokument" />
      <HouseForm className="mt-3">
        <input type="hidden" name="chapter" value={chapter} />
        <Button variant="secondary" name="from" value={from}>
          Als Anfang übernehmen<span className="sr-only">: {title}</span>
        </Button>
      </HouseForm>
    </Fold>
  )
}
