export const words = {
  chooseFile: 'Bitte wählen Sie eine Word-Datei.',
  noFile: 'Diese Datei gibt es an diesem Dokument nicht mehr. Bitte wählen Sie eine andere.',
  children: 'In der Datei sind Bilder. Bitte sagen Sie, ob darauf Kinder erkennbar sind.',
  noPdf: 'PDF kann hier gerade nicht erzeugt werden. Nutzen Sie „Drucken“ und sichern Sie als PDF.',
  unreadable: 'Dieses Dokument lässt sich gerade nicht lesen. Stellen Sie eine Version wieder her.',
}

/** The name of what an imported text has replaced. */
export const replacedBy = (file: string) => `Vor der Übernahme aus „${file}“`.slice(0, 120)
