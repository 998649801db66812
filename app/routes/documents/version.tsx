import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import GitCompare from 'lucide-react/icons/git-compare'
import { hold } from '#app/http/hold.ts'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { when } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { paths } from '#server/documents/paths.ts'
import { restoreVersion } from '#server/documents/versions/commands.ts'
import { PRESENT } from '#server/documents/versions/contract.ts'
import { restoreVersionInput } from '#server/documents/versions/inputs.ts'
import { versionMark } from '#server/documents/versions/paths.ts'
import { versionFor } from '#server/documents/versions/views.ts'
import { kindWords, words } from '#server/documents/versions/words.ts'
import { DocumentHead } from './components/document-head.tsx'
import { placeOf } from './components/place.ts'
import { RestoreVersion } from './components/version-restore.tsx'
import '#app/styles/document.css'

/** No version has the number 0: what is no number is not found. */
const numberOf = ({ version }: { version?: string }) => {
  const mark = versionMark(version)
  return mark === undefined || mark === PRESENT ? 0 : mark
}

export const loader = page(async ({ actor, params, context }) => {
  const view = await versionFor(actor, placeOf(params), numberOf(params))
  return { ...view, html: view.html && hold(context, view.html) }
})

export const action = form(restoreVersionInput, async ({ actor, params, input }) => {
  const made = await restoreVersion(actor, placeOf(params), numberOf(params), input)
  return redirectWithToast(
    made.document,
    `Wiederhergestellt. Das ist jetzt Version ${made.number}.`,
  )
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `Version ${data.version.number}: ${data.version.name} – ${data.document.title} – Lernen 25`
      : 'Lernen 25',
  },
]

export default function Version() {
  const { home, document, version, html, can, clientKey, now, ...view } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const facts = [
    `Version ${version.number} von „${document.title}“`,
    `gesichert von ${version.author}`,
    when(version.createdAt, now),
    version.kind !== 'named' && kindWords[version.kind],
  ]
  return (
    <>
      <DocumentHead
        view={{ home, document, ...view }}
        page={version.name}
        meta={facts.filter(Boolean).join(' · ')}
        actions={
          <>
            {html && (
              <ButtonLink
                icon={GitCompare}
                to={paths.compare(home.path, document, version.number, PRESENT)}
              >
                Mit jetzigem Stand vergleichen
              </ButtonLink>
            )}
            <ButtonLink to={paths.versions(home.path, document)}>Alle Versionen</ButtonLink>
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Notice
          title="Sie lesen einen früheren Stand."
          action={<ButtonLink to={document.path}>Zum jetzigen Text</ButtonLink>}
        >
          Im Dokument kann inzwischen etwas anderes stehen.
        </Notice>
        {html && can.restoreVersion && <RestoreVersion clientKey={clientKey} reply={reply} />}
        {html ? (
          <article aria-label={`Text von Version ${version.number}`}>
            <StoredHtml html={html} className="dokument" />
          </article>
        ) : (
          <Notice tone="achtung" title={words.unreadable} />
        )}
      </div>
    </>
  )
}
