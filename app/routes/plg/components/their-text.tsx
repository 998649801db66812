/** What somebody else has saved meanwhile, for putting both together. */
export function TheirText({ text }: { text: string }) {
  return (
    <div className="grid gap-1 rounded-lg border border-achtung bg-achtung-zart p-3">
      <p className="font-semibold">Das steht jetzt dort:</p>
      <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{text}</p>
    </div>
  )
}
