export const words = {
  chooseSchool: 'Bitte wählen Sie eine Ihrer Schulen.',
  choosePlg: 'Bitte wählen Sie eine Ihrer PLGs.',
  already: 'Diese PLG hat das Vorhaben schon übernommen.',
}
