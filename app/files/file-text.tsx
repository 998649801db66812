import { number, when } from '#app/ui/format.ts'
import type { FileLine } from '#server/files/contract.ts'
import { typeWord } from '#server/files/words.ts'

const KB = 1024
const MB = KB * KB

/** "850 KB", "1,2 MB" */
export function sizeOf(bytes: number): string {
  if (bytes < MB) return `${number(Math.max(1, Math.round(bytes / KB)))} KB`
  return `${number(Math.round((bytes / MB) * 10) / 10)} MB`
}

/** What a file is, from when, and by whom, in one line. */
export function FileText({
  file,
  now,
}: {
  file: Pick<FileLine, 'mediaType' | 'bytes' | 'by' | 'at' | 'version'>
  now: Date
}) {
  const parts = [typeWord(file.mediaType), sizeOf(file.bytes), when(file.at, now), file.by]
  const text = parts.filter(Boolean).join(' · ')
  return <span className="text-sm text-leise">{text}</span>
}
