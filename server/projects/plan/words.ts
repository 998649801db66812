export const words = {
  choose: 'Bitte wählen Sie ein Dokument.',
  unreadable: 'Dieser Text kann gerade nicht gelesen werden. Bitte öffnen Sie das Dokument einmal.',
  empty: 'In diesem Dokument steht noch nichts.',
  tooLong: 'Dieser Text ist für ein Vorhaben zu lang.',
  picture: (alt: string) => (alt ? `[Bild: ${alt}]` : '[Bild]'),
  member: 'ein Mitglied der PLG',
}
