import type { Kind, Licence, NameUse, SoftwareStatus, Status, Visibility } from './contract.ts'

export const kindNames: Record<Kind, string> = {
  teaching_development: 'Unterrichtsvorhaben',
  innovation: 'Innovationsprojekt',
}

export const kindHints: Record<Kind, string> = {
  teaching_development: 'Sie entwickeln Unterricht mit dem, was an Ihren Schulen schon da ist.',
  innovation: 'Sie erproben etwas, das es an Ihren Schulen noch nicht gibt.',
}

export const statusNames: Record<Status, string> = {
  draft: 'Entwurf',
  planned: 'Geplant',
  running: 'In Erprobung',
  completed: 'Abgeschlossen',
  stopped: 'Abgebrochen',
}

export const softwareStatusNames: Record<SoftwareStatus, string> = {
  unknown: 'Noch nicht geklärt',
  released: 'Freigegeben',
  pilot_release: 'Für die Erprobung freigegeben',
  no_personal_data: 'Ohne personenbezogene Daten',
}

export const visibilityNames: Record<Visibility, string> = {
  plg: 'Nur PLG',
  network: 'Netzwerk',
  public: 'Öffentlich',
}

export const visibilityHints: Record<Visibility, string> = {
  plg: 'Nur die Mitglieder dieser PLG lesen es.',
  network: 'Alle bestätigten Personen im Schulnetz lesen es.',
  public: 'Alle lesen es, auch ohne Anmeldung.',
}

export const licenceNames: Record<Licence, string> = {
  cc0: 'CC0 1.0',
  cc_by: 'CC BY 4.0',
  cc_by_sa: 'CC BY-SA 4.0',
  all_rights_reserved: 'Alle Rechte vorbehalten',
}

export const licenceHints: Record<Licence, string> = {
  cc0: 'Andere dürfen alles damit machen, ohne Sie zu nennen.',
  cc_by: 'Andere dürfen es verwenden und verändern, wenn sie die Quelle nennen.',
  cc_by_sa: 'Wie CC BY; was daraus entsteht, steht unter derselben Lizenz.',
  all_rights_reserved: 'Andere dürfen es lesen, aber nicht übernehmen.',
}

/** Where the wording of a licence stands; null where there is none. */
export const licenceAddresses: Record<Licence, string | null> = {
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
  cc_by: 'https://creativecommons.org/licenses/by/4.0/deed.de',
  cc_by_sa: 'https://creativecommons.org/licenses/by-sa/4.0/deed.de',
  all_rights_reserved: null,
}

export const nameUseNames: Record<NameUse, string> = {
  pending: 'Noch nicht entschieden',
  named: 'Mit Namen',
  anonymous: 'Ohne Namen',
}

export const words = {
  missingTitle: 'Bitte geben Sie dem Vorhaben einen Titel.',
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  endsBefore: 'Das Ende liegt vor dem Beginn.',
  badPupils: 'Bitte geben Sie eine Zahl von 1 bis 500 ein.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  staleForm: 'Dieses Formular wurde schon verwendet. Bitte laden Sie die Seite neu.',
  overtaken:
    'In der Zwischenzeit hat jemand anderes gespeichert. Was Sie geschrieben haben, steht noch in den Feldern, der gespeicherte Stand darüber. Bitte führen Sie beides zusammen und speichern Sie noch einmal.',
  stale:
    'In der Zwischenzeit hat jemand anderes gespeichert. Ihre Eingaben stehen noch hier; kopieren Sie, was Sie brauchen, und laden Sie die Seite neu.',
  noAuthor: 'Bitte kreuzen Sie mindestens eine Person an.',
  tooManyAuthors: 'Bitte kreuzen Sie höchstens 12 Personen an.',
  strangerAsAuthor: 'Autor:in kann nur sein, wer zur PLG gehört.',
  strangeSchool: 'Diese Schule arbeitet in der PLG nicht mit.',
  noStep: 'Dieser Schritt ist von hier aus nicht möglich.',
  copyIsBack: 'Dieses Vorhaben hat Ihre PLG inzwischen noch einmal übernommen.',
  publishedDraft:
    'Was veröffentlicht ist, kann kein Entwurf mehr sein. Ziehen Sie es zuerst zurück.',
  published: 'Veröffentlicht',
  formerMember: 'Ehemaliges Mitglied',
  unknownSoftware: (names: string[]) =>
    `Noch nicht geklärt: ${names.join(', ')}. Klären Sie vor der Erprobung mit Ihrer Schule, ob die Software mit Lernenden verwendet werden darf.`,
  childNames: (found: string[]) =>
    `Bitte prüfen: Das sieht nach Namen von Kindern aus (${found.map((one) => `„${one}“`).join(', ')}). Nehmen Sie Namen heraus oder setzen Sie den Haken.`,
}

type Told = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

/** The sentences of the bell. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'projects.author-added': ({ title }) => `Sie sind als Autor:in eingetragen: „${title}“.`,
  'projects.published': ({ title }) =>
    `„${title}“ ist veröffentlicht. Bitte sagen Sie, ob Ihr Name dabeistehen soll.`,
  'projects.tried': ({ actor, title, count }) =>
    count > 1
      ? `${count} Personen probieren „${title}“ aus.`
      : `${actor ?? 'Jemand'} probiert „${title}“ aus.`,
  'projects.adopted': ({ title, count }) =>
    count > 1
      ? `${count} PLGs haben „${title}“ übernommen.`
      : `Eine andere PLG hat „${title}“ übernommen.`,
}

/** What the protocol calls the privileged acts of this area. It never holds a title. */
export const auditWords: Record<string, string> = {
  'projects.deleted': 'Vorhaben gelöscht',
  'projects.restored': 'Vorhaben wiederhergestellt',
  'projects.published': 'Vorhaben veröffentlicht',
  'projects.withdrawn': 'Vorhaben zurückgezogen',
}
