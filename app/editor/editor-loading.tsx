import { useEffect, useState } from 'react'
import { Notice } from '#app/ui/notice.tsx'

/** After this somebody wants to know what else there is (ux.md, section 6). */
const PATIENCE = 10_000

/**
 * Stands where the editor will be. When it does not come, because of a filter of the school for instance, it
 * offers the simple form, which needs nothing but the page.
 */
export function EditorLoading({ text = 'Der Editor wird geladen …' }: { text?: string }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte">
      <p role="status" id="editor-laedt">
        {text}
      </p>
      <progress aria-labelledby="editor-laedt" className="w-full" />
      {isSlow && (
        <div role="alert">
          <Notice
            tone="achtung"
            title="Das dauert länger als gewöhnlich."
            action={<SimpleFormLink />}
          >
            Vielleicht lässt Ihr Netz das gemeinsame Schreiben nicht zu. Es wird weiter versucht.
            Sie können den Text auch in einem einfachen Formular bearbeiten.
          </Notice>
        </div>
      )}
    </div>
  )
}

/** The editor itself could not be loaded: the line is bad, or there is a newer one since this page came. */
export function EditorMissing() {
  return (
    <div role="alert">
      <Notice
        tone="achtung"
        title="Der Editor konnte nicht geladen werden."
        action={<SimpleFormLink />}
      >
        Bitte laden Sie die Seite neu. Sie können den Text auch in einem einfachen Formular
        bearbeiten.
      </Notice>
    </div>
  )
}

const SimpleFormLink = () => (
  <a href="?einfach" className="inline-flex min-h-11 items-center underline">
    Bearbeiten (einfach)
  </a>
)
