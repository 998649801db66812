import { sizeOf } from '#app/files/file-text.tsx'
import { paths } from '#server/files/paths.ts'
import type { ProofFile } from '#server/software/review/checks/contract.ts'

/** A file of a case, with the fingerprint that says which bytes it is. */
export function Proof({ file: { id, name, bytes, sha256 } }: { file: ProofFile }) {
  return (
    <>
      {/* No Link: these are bytes, not a page. */}
      <a
        href={paths.file(id)}
        className="inline-flex min-h-11 items-center wrap-anywhere underline"
      >
        {name}
      </a>{' '}
      <span className="text-sm text-leise">{sizeOf(bytes)}</span>
      <span className="block text-xs wrap-anywhere text-leise">SHA-256: {sha256}</span>
    </>
  )
}
