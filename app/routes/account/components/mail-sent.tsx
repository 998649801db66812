import type { ReactNode } from 'react'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The one answer to everybody who typed an address, known or not. */
export function MailSent({ again, children }: { again: string; children: ReactNode }) {
  return (
    <div className="grid gap-4">
      <Notice tone="ok" title="Wir haben Ihnen eine Mail geschickt.">
        {children}
      </Notice>
      <p>
        Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder{' '}
        <Link to={again} className="underline">
          geben Sie die Adresse noch einmal ein
        </Link>
        .
      </p>
    </div>
  )
}
