const listed = (names: string[]) =>
  names.length > 3
    ? `${names.slice(0, 3).join(', ')} und ${names.length - 3} weitere`
    : names.join(', ')

export const handingWords = {
  wipe: (name: string) =>
    `Auf ${name} können noch Daten der letzten Ausleihe sein. Bitte löschen Sie sie und tragen Sie das ein.`,
  outOfUse: (name: string) => `${name} ist nicht nutzbar und kann nicht hinaus.`,
  critical: (names: string[]) => `Ohne ${listed(names)} geht das nicht hinaus.`,
  tooMany: (name: string, most: number, ticked: number) =>
    `${name}: Gebucht sind ${most}, angekreuzt sind ${ticked}.`,
  tooFew: (name: string) => `${name}: Bitte kreuzen Sie an, was hinausgeht.`,
  unexplained: (names: string[]) => `Bitte notieren Sie, was damit ist: ${listed(names)}.`,
  away: (names: string[]) => `Noch nicht zurück: ${listed(names)}.`,
  wiped: (name: string) => `Gelöscht: ${name}. Es kann wieder hinaus.`,
  notDue: 'Hier ist nichts mehr zu löschen.',
}
