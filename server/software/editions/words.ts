export const words = {
  empty: 'Es ist zurzeit nichts freigegeben. Eine leere Liste wird nicht herausgegeben.',
  noPdf:
    'Ein PDF kann hier gerade nicht erstellt werden. Bitte drucken Sie die Seite in eine PDF-Datei.',
  tooLong: 'Diese Liste ist für ein PDF zu lang. Bitte nehmen Sie die Tabelle (CSV).',
}

export const auditWords: Record<string, string> = {
  'software.edition-published': 'Ausgabe der Positivliste herausgegeben',
}
