import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { when } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { demoMailbox } from '#server/accounts/views.ts'
import { MailText } from './components/mail-text.tsx'

export const loader = visitorPage(() => demoMailbox())

export const meta: MetaFunction = () => [{ title: 'Postfach der Vorführung – Lernen 25' }]

export default function DemoMailbox() {
  const { mails, origin, now } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-[48rem]">
      <PageHead
        title="Postfach der Vorführung"
        meta="Mails an die Konten der Vorführung, die neueste zuerst. Im echten Betrieb gibt es diese Seite nicht."
      />
      {mails.length === 0 ? (
        <EmptyState title="Noch keine Mail.">
          Fordern Sie zum Beispiel unter „Anmelden“ einen Anmeldelink an.
        </EmptyState>
      ) : (
        <div className="grid gap-5">
          {mails.map(({ id, to, subject, text, at }) => (
            // No card: mails of the same subject would be several regions of one name.
            <article key={id} className="min-w-0 rounded-xl border border-linie bg-flaeche p-karte">
              <h2 className="text-lg wrap-anywhere">{subject}</h2>
              <p className="mb-3 text-sm wrap-anywhere text-leise">
                An {to}, {when(at, now)}
              </p>
              <MailText text={text} origin={origin} />
            </article>
          ))}
        </div>
      )}
    </div>
  )
}
