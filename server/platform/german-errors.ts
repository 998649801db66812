import { z } from 'zod'

const STALE_FORM = 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.'

const ODD = 'Diese Angabe passt hier nicht.'

/** By the code of the issue: the sentence for a value that is there, and for one that is missing. */
const SENTENCES: Record<string, [given: string, missing: string]> = {
  invalid_type: [ODD, 'Bitte ausfüllen.'],
  invalid_value: [
    'Bitte wählen Sie eine der angebotenen Möglichkeiten.',
    'Bitte wählen Sie etwas aus.',
  ],
  too_small: ['Diese Angabe ist zu kurz oder zu klein.', 'Bitte ausfüllen.'],
  too_big: ['Diese Angabe ist zu lang oder zu groß.', 'Bitte ausfüllen.'],
  unrecognized_keys: [STALE_FORM, STALE_FORM],
}

/** German sentences for everything a schema did not word itself. Imported for its effect by the gate. */
z.config({
  customError: ({ code = '', input }) => {
    const [given, missing] = SENTENCES[code] ?? [ODD, ODD]
    return input === undefined ? missing : given
  },
})
