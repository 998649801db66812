/**
 * How far something has come. The sentence is the truth, the bar shows the same; `current` counts from 0,
 * null is "not begun". `note` follows the name, for instance "pausiert".
 */
export function PhaseBar({
  steps,
  current,
  note,
  isDetailed = false,
}: {
  steps: string[]
  current: number | null
  note?: string
  isDetailed?: boolean
}) {
  const at = current ?? -1
  const name = steps[at]
  return (
    <div>
      <p className="text-sm">
        {name ? `Phase ${at + 1} von ${steps.length}: ` : 'Noch nicht begonnen'}
        {name && <strong>{name}</strong>}
        {note && ` (${note})`}
      </p>
      <div aria-hidden="true" className="mt-1 flex gap-1">
        {steps.map((step, index) => (
          <div key={step} className="min-w-0 flex-1">
            <div
              className={`h-2 rounded-full border ${index <= at ? 'border-aktion bg-aktion' : 'border-rand bg-flaeche'} ${index < at ? 'opacity-60' : ''}`}
            />
            {isDetailed && (
              <p
                className={`hidden pt-1 text-sm md:block ${index === at ? 'font-semibold' : 'text-leise'}`}
              >
                {step}
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
