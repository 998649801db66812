import type { OfferKind } from '../../contract.ts'

export const kindHints: Record<OfferKind, string> = {
  room: 'Wird als Ganzes gebucht, von Uhrzeit bis Uhrzeit.',
  zone: 'Ein Teil eines Raums. Wer den ganzen Raum bucht, bucht ihn mit.',
  station: 'Bleibt im MediaLab und steht in einem Raum, zum Beispiel ein 3D-Drucker.',
  set: 'Geht an die Schulen oder wird im MediaLab genutzt, zum Beispiel ein iPad-Koffer.',
  advice: 'Jemand vom SMZ nimmt sich Zeit.',
  event: 'Ein Kollegium oder eine Fachgruppe arbeitet im MediaLab, auf Anfrage.',
}

export const editingWords = {
  nameMissing: 'Bitte geben Sie dem Angebot einen Namen.',
  kindMissing: 'Bitte wählen Sie, was es ist.',
  roomMissing: 'Bitte wählen Sie den Raum, in dem es liegt.',
  roomOdd: 'Diesen Raum gibt es nicht mehr. Bitte wählen Sie einen anderen.',
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  number: 'Bitte geben Sie eine ganze Zahl ein.',
  between: (least: number, most: number) =>
    `Bitte geben Sie eine Zahl von ${least} bis ${most} ein.`,
  badAddress: 'Bitte geben Sie eine Adresse ein, die mit https:// beginnt.',
  grades: 'Der letzte Jahrgang liegt vor dem ersten.',
  nowhere: 'Bitte erlauben Sie die Nutzung im MediaLab oder die Ausleihe.',
  places: 'Bitte geben Sie an, für wie viele Personen Platz ist.',
  overtaken:
    'Inzwischen hat jemand anderes dieses Angebot geändert. Laden Sie die Seite neu und prüfen Sie Ihre Angaben.',
  stale: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  noAddress: 'Zu diesem Namen ist keine Adresse mehr frei. Bitte ändern Sie ihn.',
  noStock: 'Es gibt noch nichts, was man buchen kann. Legen Sie zuerst den Bestand an.',
  noStaff:
    'Es ist noch niemand eingetragen, der das macht. Wählen Sie zuerst unter „Bestand“ Personen.',
  oddSuccessor:
    'Dieses Angebot steht nicht im Katalog. Bitte wählen Sie ein anderes aus der Liste.',
  retiredBecause: 'Das SMZ bietet das nicht mehr an.',
  smallerBecause: 'Dort ist jetzt Platz für weniger Personen.',
}

export const editingAuditWords: Record<string, string> = {
  'medialab.offer-created': 'Angebot des MediaLab angelegt',
  'medialab.offer-changed': 'Angebot des MediaLab geändert',
  'medialab.offer-listed': 'Angebot in den Katalog gestellt',
  'medialab.offer-replaced': 'Nachfolger eines Angebots gewählt',
  'medialab.offer-retired': 'Angebot aus dem Katalog genommen',
}
