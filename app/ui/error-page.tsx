import type { ReactNode } from 'react'
import { ButtonLink } from '#app/ui/button.tsx'

type Words = { title: string; text: string }

const WORDS: Record<number, Words> = {
  403: {
    title: 'Dieser Bereich ist nicht für Sie geöffnet.',
    text: 'Er gehört einer Gruppe oder einem Amt, dem Sie nicht angehören. Wenn Sie dazugehören möchten, können Sie den Beitritt anfragen.',
  },
  404: {
    title: 'Diese Seite gibt es nicht (mehr).',
    text: 'Vielleicht wurde sie umbenannt oder gelöscht. Die Suche findet, was Sie sehen dürfen.',
  },
  409: {
    title: 'Inzwischen hat sich hier etwas geändert.',
    text: 'Jemand anderes war schneller. Laden Sie die Seite neu und prüfen Sie, ob Ihre Änderung noch passt.',
  },
  410: {
    title: 'Dieser Eintrag wurde entfernt oder zusammengeführt.',
    text: 'Unter dieser Adresse kommt nichts mehr. Die Suche findet den neuen Eintrag, wenn es einen gibt.',
  },
  413: {
    title: 'Das ist zu groß zum Hochladen.',
    text: 'Verkleinern Sie die Datei oder teilen Sie sie auf. Die erlaubte Größe steht am Feld.',
  },
  422: {
    title: 'Das konnte so nicht gespeichert werden.',
    text: 'Eine Angabe fehlt oder passt nicht. Gehen Sie zurück und prüfen Sie Ihre Eingaben.',
  },
  429: {
    title: 'Zu viele Versuche.',
    text: 'Bitte versuchen Sie es in 2 Minuten erneut.',
  },
  500: {
    title: 'Das hat nicht geklappt.',
    text: 'Der Fehler liegt bei uns und ist notiert. Gehen Sie zurück: Ihre Eingaben stehen meist noch im Formular.',
  },
  503: {
    title: 'Die Plattform ist gerade nicht erreichbar.',
    text: 'Sie wird gewartet oder ist überlastet. Bitte versuchen Sie es in einigen Minuten erneut.',
  },
}

/** The page for everything that went wrong: what, why, what now. `code` is the mark to tell the help desk. */
export function ErrorPage({
  status,
  title,
  text,
  code,
  action,
  home = '/',
}: {
  status: number
  title?: string
  text?: ReactNode
  code?: string
  action?: { label: string; to: string }
  home?: string
}) {
  const words = WORDS[status] ?? WORDS[status < 500 ? 404 : 500]
  return (
    <div className="max-w-[68ch] py-6">
      <p className="text-leise">Fehler {status}</p>
      <h1 tabIndex={-1} className="mb-3 text-2xl">
        {title ?? words?.title}
      </h1>
      <div>{text ?? words?.text}</div>
      {code && (
        <p className="mt-3">
          Kennung <strong>{code}</strong>
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {action && (
          <ButtonLink variant="primary" to={action.to}>
            {action.label}
          </ButtonLink>
        )}
        <ButtonLink variant={action ? 'secondary' : 'primary'} to={home}>
          Zur Startseite
        </ButtonLink>
        <ButtonLink to="/suche">Zur Suche</ButtonLink>
      </div>
    </div>
  )
}
