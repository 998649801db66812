import { z } from 'zod'
import { line, optionalLine } from '#server/platform/text.ts'
import { DISTRICTS, OVERRIDABLE } from './contract.ts'
import { LARGEST_FILE } from './register/contract.ts'
import { fileWords } from './register/words.ts'

const csvFile = z.file().max(LARGEST_FILE, fileWords.tooLarge)

/** The two files of an import; the districts may be left out. */
export const reviewInput = z.strictObject({
  file: z.preprocess(
    (given) => given ?? null,
    z.file('Bitte wählen Sie die Datei des Registers aus.').pipe(csvFile),
  ),
  districts: csvFile.optional(),
})

export const applyInput = z.strictObject({
  uploadId: z.uuid('Das Formular ist unvollständig. Bitte laden Sie die Seite neu.'),
})

const schoolId = z.uuid('Das Formular ist unvollständig. Bitte laden Sie die Seite neu.')

export const closureInput = z.strictObject({ schoolId })

/** Letters, dots and the rest of a host; never a name and password before an "@". */
const WEB_ADDRESS = /^https?:\/\/[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?([/?#]\S*)?$/iu

const webAddress = optionalLine({ max: 300 }).refine(
  (value) => value === '' || (WEB_ADDRESS.test(value) && URL.canParse(value)),
  'Bitte geben Sie eine Adresse wie https://www.beispielschule.de ein oder lassen Sie das Feld leer.',
)

export const editInput = z.strictObject({
  name: line({ max: 200, missing: 'Bitte geben Sie einen Namen ein.' }),
  district: z
    .enum(DISTRICTS, 'Bitte wählen Sie einen der sieben Stadtbezirke.')
    .optional()
    .transform((value) => value ?? null),
  homepage: webAddress,
})
export type EditInput = z.output<typeof editInput>

export const giveBackInput = z.strictObject({
  field: z.enum(OVERRIDABLE, 'Dieses Feld kennt das Register nicht.'),
})
