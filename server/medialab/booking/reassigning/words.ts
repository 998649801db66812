export const refusals = {
  notLeft: 'Wer das gebucht hat, ist noch an Ihrer Schule. Bitte sprechen Sie dort miteinander.',
  nothingOpen: 'An dieser Buchung ist nichts mehr offen.',
  chooseSomebody: 'Bitte wählen Sie, wer die Buchung übernimmt.',
  strangePerson: 'Diese Person gehört nicht zu Ihrer Schule. Bitte wählen Sie aus der Liste.',
  notInstructed: (offer: string) =>
    `Für „${offer}“ braucht man eine Einweisung, und diese Person hat keine gültige. Bitte wählen Sie jemand anderen.`,
  tooLate:
    'Das ist nicht mehr zurückzunehmen. Die Buchung steht jetzt bei der Person, die sie übernommen hat.',
  allOut: 'Das ist schon ausgeliehen. Bitte wählen Sie, wer dafür verantwortlich ist.',
}

/** What stands at dates that a Schulleitung calls off. */
export const CALLED_OFF = 'Von der Schulleitung abgesagt.'

type Told = { title: string }

/** The sentences of the bell; `title` is what the booking is for. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'medialab.left-behind': ({ title }) =>
    `Wer „${title}“ gebucht hat, ist nicht mehr an Ihrer Schule. Bitte übergeben Sie die Buchung.`,
  'medialab.reassigned-to-you': ({ title }) =>
    `Ihre Schulleitung hat Ihnen eine Buchung im MediaLab übergeben: ${title}`,
  'medialab.reassigned-from-you': ({ title }) =>
    `Ihre Buchung im MediaLab hat jetzt jemand anderes an der Schule: ${title}`,
}
