import { type Kysely, sql } from 'kysely'

const VERSION = '2026-1'

type Criterion = {
  id: string
  area: string
  question: string
  good: string
  /** What stops a positive opinion for pupils, as it is said then. */
  stops?: string
  isShort?: boolean
}

/** The first catalogue of criteria (data-protection-review.md, section 4), asked in plain words. */
const CRITERIA: Criterion[] = [
  {
    ...{ id: 'C01', area: 'purpose', good: 'Ja, Alternativen sind bedacht' },
    question:
      'Ist beschrieben, wozu die App im Unterricht gebraucht wird und warum nichts mit weniger Daten reicht?',
  },
  {
    ...{ id: 'C02', area: 'provider', good: 'Auftragsverarbeiter' },
    question:
      'Ist klar, in welcher Rolle der Anbieter Daten verarbeitet: im Auftrag der Schule, für sich selbst oder gemeinsam?',
  },
  {
    ...{
      id: 'C03',
      area: 'provider',
      good: 'Ja, mit Impressum und Sitz oder Vertretung in der EU',
    },
    question: 'Ist der Anbieter bekannt und in der EU erreichbar?',
    stops: 'Es ist nicht zu erkennen, wer die App anbietet.',
  },
  {
    ...{
      id: 'C04',
      area: 'provider',
      good: 'Ja, auf Deutsch oder in einfachem Englisch',
      isShort: true,
    },
    question: 'Gibt es eine aktuelle Datenschutzerklärung, die genau diese App beschreibt?',
    stops: 'Es gibt keine Datenschutzerklärung für diese App.',
  },
  {
    ...{ id: 'C05', area: 'data', good: 'Ja, innerhalb der VO-DV I' },
    question:
      'Sind alle Daten von Lernenden aufgezählt, und hält sich die Liste an die Verordnung (VO-DV I)?',
  },
  {
    ...{ id: 'C06', area: 'data', good: 'Ja, innerhalb der VO-DV II' },
    question:
      'Sind alle Daten von Lehrkräften aufgezählt, und hält sich die Liste an die Verordnung (VO-DV II)?',
  },
  {
    ...{ id: 'C07', area: 'data', good: 'Ja, nichts davon ist nötig' },
    question:
      'Kommt die App ohne besonders geschützte Angaben aus, ohne Förderbedarf und ohne Noten?',
  },
  {
    ...{ id: 'C08', area: 'access', good: 'Ja', isShort: true },
    question:
      'Können Lernende ohne Konto, mit Pseudonym oder Klassencode arbeiten, ohne eigene E-Mail-Adresse?',
  },
  {
    ...{ id: 'C09', area: 'access', good: 'Ja, mit möglichst wenigen Angaben' },
    question: 'Ist eine Anmeldung über IServ, LOGINEO oder VIDIS möglich?',
  },
  {
    ...{ id: 'C10', area: 'purpose', good: 'Ja, eine Einwilligung ist nicht nötig', isShort: true },
    question: 'Ist die Rechtsgrundlage benannt, und trägt sie (§§ 120, 121 SchulG)?',
  },
  {
    ...{ id: 'C11', area: 'contract', good: 'Ja, für jede Schule abschließbar', isShort: true },
    question: 'Liegt ein vollständiger AV-Vertrag nach Art. 28 DSGVO vor?',
    stops: 'Es gibt keinen AV-Vertrag, den eine Schule abschließen kann.',
  },
  {
    ...{ id: 'C12', area: 'contract', good: 'Ja, mit Recht auf Widerspruch' },
    question: 'Sind Unterauftragnehmer genannt, und werden Änderungen angekündigt?',
  },
  {
    ...{ id: 'C13', area: 'transfer', good: 'EU oder EWR' },
    question: 'Stehen die Server in der EU oder im EWR?',
  },
  {
    ...{ id: 'C14', area: 'transfer', good: 'Keine, oder mit gültiger Grundlage', isShort: true },
    question: 'Ist eine Übermittlung in Drittländer ausgeschlossen oder rechtlich geklärt?',
    stops: 'Daten gehen ohne gültige Grundlage in ein Drittland.',
  },
  {
    ...{ id: 'C15', area: 'security', good: 'Ja, belegt' },
    question:
      'Sind die technischen Schutzmaßnahmen beschrieben: Verschlüsselung, Zugriff, Sicherung?',
  },
  {
    ...{ id: 'C16', area: 'rights', good: 'Ja, mit Fristen', isShort: true },
    question: 'Ist geregelt, wann und wie Daten gelöscht werden, auch zum Schuljahresende?',
  },
  {
    ...{ id: 'C17', area: 'rights', good: 'Ja' },
    question: 'Hilft der Anbieter bei Auskunft, Berichtigung und Herausgabe von Daten?',
  },
  {
    ...{ id: 'C18', area: 'children', good: 'Ja', isShort: true },
    question: 'Ist die App für Lernende frei von Werbung und von Wegen in einen Shop?',
    stops: 'Lernende sehen Werbung.',
  },
  {
    ...{ id: 'C19', area: 'children', good: 'Ja, nur notwendige Cookies', isShort: true },
    question: 'Ist die App für Lernende frei von Tracking und Auswertung für Werbung?',
    stops: 'Lernende werden für Werbung verfolgt.',
  },
  {
    ...{ id: 'C20', area: 'data', good: 'Ja', isShort: true },
    question:
      'Ist ausgeschlossen, dass der Anbieter Daten für eigene Zwecke nutzt: Profile, Verkauf, Training von KI?',
    stops: 'Der Anbieter nutzt Daten für eigene Zwecke oder gibt sie weiter.',
  },
  {
    ...{ id: 'C21', area: 'children', good: 'Ja' },
    question: 'Passen die Altersgrenzen der Nutzungsbedingungen zum Alter der Lernenden?',
  },
  {
    ...{ id: 'C22', area: 'children', good: 'Ja' },
    question:
      'Sind Inhalte zu Beginn nicht öffentlich, und kann niemand Fremdes Kontakt aufnehmen?',
    stops: 'Fremde können Lernende sehen oder ansprechen.',
  },
  {
    ...{ id: 'C23', area: 'children', good: 'Ja' },
    question: 'Sind Käufe in der App für Lernende nicht erreichbar?',
  },
  {
    ...{ id: 'C24', area: 'access', good: 'Ja' },
    question: 'Fragt die App nur nach Berechtigungen, die sie für ihren Zweck braucht?',
  },
  {
    ...{ id: 'C25', area: 'access', good: 'Gut zu wissen' },
    question: 'Lässt sich die App ohne Internet oder nur auf dem Gerät nutzen?',
  },
  {
    ...{ id: 'C26', area: 'access', good: 'Ja' },
    question: 'Läuft die App auf verwalteten Schul-iPads ohne Apple-ID?',
  },
  {
    ...{ id: 'C27', area: 'ai', good: 'Ja, oder keine KI' },
    question:
      'Ist bei KI klar, welches Modell wo läuft, und wird nichts trainiert, bewertet oder an Gefühlen erkannt?',
    stops: 'Die App erkennt Gefühle von Lernenden. Das ist in der Bildung verboten.',
  },
  {
    ...{ id: 'C28', area: 'security', good: 'Nicht nötig, oder erledigt' },
    question: 'Ist geklärt, ob eine Datenschutz-Folgenabschätzung nötig ist und wer sie macht?',
  },
  {
    ...{ id: 'C29', area: 'data', good: 'Aus, oder begrenzt' },
    question:
      'Ist bei Lernprofilen klar, was darin steht und wer es sieht, und lassen sie sich abschalten?',
  },
  {
    ...{ id: 'C30', area: 'security', good: 'Ja' },
    question: 'Meldet der Anbieter Vorfälle, und ist das im AV-Vertrag vereinbart?',
  },
  {
    ...{ id: 'C31', area: 'school', good: 'Ja' },
    question:
      'Ist ausgeschlossen, dass Lehrkräfte überwacht werden, oder ist der Personalrat beteiligt?',
  },
  {
    ...{ id: 'C32', area: 'school', good: 'Ja, mit Erklärung' },
    question: 'Ist die App barrierefrei nutzbar?',
  },
  {
    ...{ id: 'C33', area: 'school', good: 'Ja' },
    question: 'Erlauben Lizenz, Jugendschutz und Urheberrecht den Einsatz in der Schule?',
  },
  {
    ...{ id: 'C34', area: 'school', good: 'Ja, vollständig' },
    question:
      'Liegen die Unterlagen für Schulen vor: Verzeichnis, Information, Elternbrief, Regeln?',
  },
  {
    ...{ id: 'C35', area: 'rights', good: 'Ja, mit Nachweis' },
    question: 'Lassen sich am Ende Daten mitnehmen, und wird ihre Löschung bestätigt?',
  },
]

const BLOCKS: [kind: string, text: string, isMandatory: boolean][] = [
  ['pseudonym_only', 'Lernende arbeiten nur mit Pseudonym oder Klassencode.', true],
  ['teacher_account_only', 'Nur die Lehrkraft hat ein Konto.', true],
  ['school_device_only', 'Nur auf Geräten der Schule.', true],
  ['no_images_of_pupils', 'Keine Fotos von Kindern hochladen.', true],
  ['no_free_text_personal', 'Keine persönlichen Angaben in Freitexte schreiben.', true],
  ['no_grades_or_special_needs', 'Keine Noten und keinen Förderbedarf eintragen.', true],
  ['delete_at_term_end', 'Inhalte am Ende des Schuljahres löschen.', true],
  ['avv_required', 'Die Schule schließt den AV-Vertrag ab.', true],
  [
    'vvt_entry_required',
    'Die Schule trägt die App in ihr Verzeichnis der Verarbeitungen ein.',
    true,
  ],
  ['inform_parents', 'Die Schule informiert die Eltern.', true],
  ['offer_alternative', 'Wer die App nicht nutzt, erhält eine gleichwertige Aufgabe.', false],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // What ends soon or has ended is looked for by its day, however it ended.
  await sql`create index releases_by_last_day on releases (valid_until) where kind <> 'pilot'`.execute(
    db,
  )
  // Schools that want a case to be decided: that of the requester and those that said "Mich auch".
  await sql`create function schools_waiting(of_case uuid, own uuid) returns integer
    language sql stable as $$
      select count(*)::int from (select own as school where own is not null
        union select school_id from review_demands where case_id = of_case and school_id is not null) as waiting
    $$`.execute(db)
  await sql`insert into review_catalogues (version, valid_from, note)
    values (${VERSION}, '2026-08-01', 'Erste Fassung')`.execute(db)
  for (const [position, one] of CRITERIA.entries())
    await sql`insert into review_criteria
      (catalogue_version, id, position, area, question, good_answer, knock_out, is_short)
      values (${VERSION}, ${one.id}, ${position + 1}, ${one.area}, ${one.question}, ${one.good},
        ${one.stops ?? null}, ${one.isShort ?? false})`.execute(db)
  for (const [position, [kind, text, isMandatory]] of BLOCKS.entries())
    await sql`insert into condition_blocks (kind, text, is_mandatory, position)
      values (${kind}, ${text}, ${isMandatory}, ${position + 1})`.execute(db)
}
