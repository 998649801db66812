export const words = {
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  chooseCompetency: 'Bitte wählen Sie mindestens eine Kompetenz.',
  chooseConcept: 'Bitte wählen Sie ein Medienkonzept, in dem Sie schreiben.',
  noProject: 'Bitte wählen Sie ein Vorhaben.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  overtaken:
    'Jemand hat das inzwischen geändert. Bitte laden Sie die Seite neu und vergleichen Sie.',
}
