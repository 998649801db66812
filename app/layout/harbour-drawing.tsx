/** A bridge over the Rhine and the harbour behind it, in one line; only decoration. */
export function HarbourDrawing({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 640 200"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      {/* water */}
      <path d="M8 168h624M30 180h70m30 0h110m40 0h60m50 0h130M90 191h60m110 0h90m90 0h70" />
      {/* bridge: deck, pylons, cables, arch of the approach */}
      <path d="M8 130h624M8 137h624M196 168V40m10 128V40m-14 0h18M436 168V40m10 128V40m-14 0h18" />
      <path d="M201 44 96 130m105-86-75 86m75-86-45 86m45-86 105 86m-105-86 75 86m-75-86 45 86M441 44l-105 86m105-86-75 86m75-86-45 86m45-86 105 86m-105-86 75 86m-75-86 45 86" />
      <path d="M8 168c20-28 60-28 80 0m464 0c20-28 60-28 80 0" />
      {/* crane and chimneys behind the deck */}
      <path d="M556 130l12-70m32 70-12-70m-20 0h20m-94 0h120m-46-24-74 24m74-24 46 24M578 36v24m-46 0v32m-14 0h28v14h-28z" />
      <path d="M36 130V74h10v56m12 0V88h10v42M22 130v-26h14m32 4h14v22" />
      <path d="M42 66c0-10 12-8 10-18m12 32c0-8 10-8 8-16" />
      {/* a barge below the deck */}
      <path d="M270 168l-8-14h118l-12 14m-20-14v-10h22v10m-86 0v-8h18v8m4 0v-8h18v8m4 0v-8h18v8" />
    </svg>
  )
}
