import { z } from 'zod'
import { UnreadableFile } from './docx-in.ts'
import { readerWith, ReaderGaveUp, ReaderRefused } from './reader.ts'

const inThread = readerWith({
  running: 1,
  waiting: 5,
  seconds: 40,
  megabytes: 512,
  isFreshEachTime: true,
})

const SENTENCES: Record<string, string> = {
  'not-pdf': 'Das ist keine PDF-Datei.',
  encrypted: 'Die Datei ist mit einem Kennwort geschützt. Heben Sie den Schutz auf.',
  'too-many-pages': 'Die Datei hat mehr als 400 Seiten. Bitte teilen Sie sie auf.',
  broken: 'Die Datei ist beschädigt und lässt sich nicht lesen.',
  'gave-up': 'Die Datei ist zu umfangreich oder beschädigt; das Lesen wurde abgebrochen.',
}
const refuse = (reason: string) =>
  new UnreadableFile(SENTENCES[reason] ?? SENTENCES.broken ?? reason, 'file')

const answered = z.object({ pages: z.array(z.string()), count: z.number() })
const START = Buffer.from('%PDF-')
/** Some writers put something before it. */
const WITHIN = 1024

/**
 * The words of a PDF file, page by page; none where a page is a picture. Read in a thread of its own within 40 seconds.
 *
 * @throws UnreadableFile with a German sentence; Busy when too many are read already
 */
export async function fromPdf(bytes: Uint8Array): Promise<{ pages: string[]; count: number }> {
  if (Buffer.from(bytes.subarray(0, WITHIN)).indexOf(START) === -1) throw refuse('not-pdf')
  try {
    return answered.parse(await inThread('pdf', bytes))
  } catch (error) {
    if (error instanceof ReaderRefused) throw refuse(error.reason)
    if (error instanceof ReaderGaveUp) throw refuse('gave-up')
    throw error
  }
}
