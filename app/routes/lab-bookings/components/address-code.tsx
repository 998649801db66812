import { Card } from '#app/ui/card.tsx'
import type { BookingView } from './views.ts'

/** Around a code scanners want four modules of nothing. */
const QUIET = 4

/** The address of this page to scan: dark on light in both themes, and on paper. */
export function AddressCode({ code }: { code: BookingView['code'] }) {
  if (code === null) return null
  const side = code.size + 2 * QUIET
  return (
    <Card title="Mit dem Handy öffnen" className="phone:hidden">
      <svg
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        role="img"
        aria-label={`QR-Code: ${code.address}`}
        className="w-40 scheme-light"
      >
        <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="Canvas" />
        <path d={code.d} fill="CanvasText" />
      </svg>
      <p className="mt-2 text-sm text-leise wrap-anywhere">
        Der QR-Code führt zu dieser Buchung, nach der Anmeldung.
      </p>
    </Card>
  )
}
