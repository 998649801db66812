import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'

/** Shown when a form arrives after the session has ended: everything typed is here and can be sent again. */
export function SessionEnded({ typed, action }: { typed: [string, string][]; action: string }) {
  const texts = typed.filter(([name, value]) => name !== 'clientKey' && name !== 'intent' && value)
  return (
    <div className="grid max-w-[68ch] gap-5 py-6">
      <h1 tabIndex={-1} className="text-2xl">
        Ihre Sitzung ist beendet. Ihre Eingaben sind erhalten.
      </h1>
      <p>Melden Sie sich in einem neuen Tab an und kommen Sie dann hierher zurück.</p>
      <div>
        <a
          href="/anmelden"
          target="_blank"
          rel="noopener"
          className="font-semibold text-aktion underline"
        >
          Anmelden (öffnet einen neuen Tab)
        </a>
      </div>
      <Form method="post" action={action} className="grid gap-4">
        {typed.map(([name, value], place) => (
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        {texts.map(([, value], place) => (
          <blockquote key={place} className="border-l-4 border-linie pl-4 whitespace-pre-wrap">
            {value}
          </blockquote>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">Erneut senden</Button>
          <ButtonLink to="/">Verwerfen</ButtonLink>
        </div>
      </Form>
    </div>
  )
}
