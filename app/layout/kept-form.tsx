import { Form } from '@remix-run/react'
import { SignInElsewhere } from '#app/layout/sign-in-elsewhere.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'

const WORDS: Record<number, { title: string; text: string }> = {
  401: {
    title: 'Ihre Sitzung ist beendet. Ihre Eingaben sind erhalten.',
    text: 'Melden Sie sich in einem neuen Tab an und kommen Sie dann hierher zurück.',
  },
  500: {
    title: 'Das hat nicht geklappt. Ihre Eingaben sind erhalten.',
    text: 'Der Fehler liegt bei uns und ist notiert. Es wurde nichts gespeichert.',
  },
  503: {
    title: 'Die Plattform ist gerade nicht erreichbar. Ihre Eingaben sind erhalten.',
    text: 'Bitte senden Sie in einigen Minuten erneut. Doppelt wird dabei nichts angelegt.',
  },
}

/** Shown when a form could not be taken, e.g. after the session has ended: all of it is here and can be sent again. */
export function KeptForm({
  status,
  typed,
  action,
  code,
}: {
  status: number
  typed: [string, string][]
  action: string
  code?: string
}) {
  const words = WORDS[status] ?? WORDS[500]
  const texts = typed.filter(([name, value]) => name !== 'clientKey' && name !== 'intent' && value)
  return (
    <div className="grid max-w-[68ch] gap-5 py-6">
      <h1 tabIndex={-1} className="text-2xl">
        {words?.title}
      </h1>
      <p>{words?.text}</p>
      {status === 401 && (
        <div>
          <SignInElsewhere />
        </div>
      )}
      {code && (
        <p>
          Kennung <strong>{code}</strong>
        </p>
      )}
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
