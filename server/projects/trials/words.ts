export const words = {
  missingWhat: 'Bitte schreiben Sie auf, was Sie ausprobiert haben.',
  missingDay: 'Bitte geben Sie den Tag an.',
  lessons: 'Bitte geben Sie eine Zahl von 1 bis 200 ein.',
  tooMany: 'Mehr als 200 Durchgänge nimmt ein Vorhaben nicht auf.',
}
