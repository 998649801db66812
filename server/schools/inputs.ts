import { z } from 'zod'
import { line } from '#server/platform/text.ts'
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

const NO_ADDRESS =
  'Bitte geben Sie eine Adresse wie https://www.beispielschule.de ein oder lassen Sie das Feld leer.'

const webAddress = z
  .string()
  .optional()
  .transform((value) => value?.trim() ?? '')
  .pipe(
    z.union([z.literal(''), z.url({ protocol: /^https?$/, hostname: z.regexes.domain })], {
      error: NO_ADDRESS,
    }),
  )
  .pipe(z.string().max(300, 'Bitte höchstens 300 Zeichen.'))

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
