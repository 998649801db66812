/** The text of a mail; an address of our own in it becomes a link. */
export function MailText({ text, origin }: { text: string; origin: string }) {
  return (
    <div className="grid gap-3">
      {text.split('\n\n').map((paragraph, at) => (
        <p key={at} className="wrap-anywhere whitespace-pre-line">
          {paragraph.split(/(\s+)/).map((word, place) =>
            word.startsWith(`${origin}/`) ? (
              <a key={place} href={word.slice(origin.length)} className="break-all underline">
                {word}
              </a>
            ) : (
              word
            ),
          )}
        </p>
      ))}
    </div>
  )
}
