import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** For links of mails that are too old, used up, or were cut off by a mail program. */
export function DeadLink({ label, to }: { label: string; to: string }) {
  return (
    <Notice
      tone="achtung"
      title="Dieser Link ist abgelaufen oder wurde schon benutzt."
      action={
        <ButtonLink to={to} variant="primary">
          {label}
        </ButtonLink>
      }
    >
      <p>Jeder Link aus einer Mail funktioniert einmal. Fordern Sie einfach einen neuen an.</p>
    </Notice>
  )
}
