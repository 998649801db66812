import { useEffect, useRef, useState } from 'react'
import type { EditorApi } from '#app/editor/editor-props.ts'
import { announce } from '#app/layout/announcer.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { Link } from '#app/ui/link.tsx'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import type { Aid, AidGroup, AidText } from '#server/documents/contract.ts'
import { hasNoColumn, SidePanel } from './side-panel.tsx'

type Props = {
  aids: { label: string; path: string }
  /** Where what is taken goes; null while the editor is not there. */
  text: { current: EditorApi | null }
  onClose: () => void
}

/**
 * What a home offers to be taken into the text, beside it: loaded when somebody asks for it. What is taken is put in
 * by the editor, as if it were typed: nothing that stands there or is being typed is lost, and it can be undone.
 */
export function AidPanel({ aids: { label, path }, text, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [groups, setGroups] = useState<AidGroup[] | null>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState<string | null>(null)
  useEffect(() => {
    heading.current?.focus()
    const asked = new AbortController()
    ask<AidGroup[]>(`${path}/daneben`, asked.signal)
      .then(setGroups)
      .catch(() => asked.signal.aborted || setSaid(WORDS.notLoaded))
    return () => asked.abort()
  }, [path])

  const take = async ({ key, title }: Aid) => {
    setBusy(key)
    setSaid('')
    const taken = await ask<AidText>(`${path}/daneben?text=${encodeURIComponent(key)}`).catch(
      () => null,
    )
    setBusy(null)
    if (!taken) return setSaid(WORDS.notLoaded)
    if (!text.current?.insert(taken.blocks)) return setSaid(WORDS.notNow)
    const done = `„${title}“ steht jetzt im Text. „Rückgängig“ nimmt es wieder heraus.`
    setSaid(done)
    if (!hasNoColumn()) return
    announce(done)
    onClose()
    text.current.focus()
  }
  return (
    <SidePanel
      id="vorlagen"
      title={label}
      closeLabel={`${label} schließen`}
      heading={heading}
      isOpen
      closesInColumn
      onClose={onClose}
    >
      <p className="text-sm text-leise">
        Was Sie übernehmen, steht danach an Ihrer Stelle im Text. Was dort steht, bleibt.
      </p>
      <p role="status" className="my-2 font-semibold empty:hidden">
        {said}
      </p>
      {!groups && said === '' && <p className="text-leise">Wird geladen …</p>}
      {groups?.map(({ title, none, aids: offered }) => (
        <section key={title} aria-label={title} className="mt-4">
          <h3 className="text-base font-semibold">{title}</h3>
          {offered.length === 0 && <p className="text-leise">{none}</p>}
          {offered.map((aid) => (
            <Offer key={aid.key} aid={aid} isBusy={busy === aid.key} onTake={take} />
          ))}
        </section>
      ))}
      <p className="mt-3">
        <Link to={path} target="_blank" className="inline-flex min-h-11 items-center underline">
          Als ganze Seite (öffnet einen neuen Tab)
        </Link>
      </p>
    </SidePanel>
  )
}

const WORDS = {
  notLoaded:
    'Das ließ sich nicht laden. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  notNow: 'Gerade kann nichts in den Text kommen. Bitte versuchen Sie es gleich noch einmal.',
}

/** A page of sign-in or of a refusal is no answer either. */
async function ask<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  const answer = await fetch(address, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as Answer
}

function Offer({
  aid,
  isBusy,
  onTake,
}: {
  aid: Aid
  isBusy: boolean
  onTake: (aid: Aid) => Promise<void>
}) {
  const { title, badge, about, path, html } = aid
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
      {about && (
        <p className="mb-2 text-sm text-leise">
          {about}
          {path && (
            <>
              {' · '}
              <Link to={path} target="_blank" className="underline">
                Im ganzen Konzept lesen (neuer Tab)
              </Link>
            </>
          )}
        </p>
      )}
      <Button
        type="button"
        variant="secondary"
        busy={isBusy}
        onClick={() => void onTake(aid)}
        className="mb-3"
      >
        Übernehmen<span className="sr-only">: {title}</span>
      </Button>
      <StoredHtml html={html} className="dokument" />
    </Fold>
  )
}
