import type { PrivacyRule } from '#server/platform/privacy.ts'

const AS_LONG = 'Solange der Eintrag im Verzeichnis steht, ohne Ihren Namen.'
const RECORD =
  'Dauerhaft: Entscheidungen müssen belegt bleiben. Ihr Name, wie er darunter steht, bleibt stehen.'

type Kept = Pick<PrivacyRule, 'exported' | 'onErase' | 'retention'>

const OWN: Kept = {
  exported: true,
  onErase: 'delete',
  retention: 'Bis Sie es löschen oder das Konto gelöscht wird.',
}
const WRITTEN: Kept = { exported: true, onErase: 'anonymise', retention: AS_LONG }
const DONE: Kept = { exported: false, onErase: 'anonymise', retention: AS_LONG }
const SIGNED: Kept = { exported: false, onErase: 'anonymise', retention: RECORD }

const DAY: Kept = { exported: false, onErase: 'anonymise', retention: 'Einen Tag.' }
const DRAFT: Kept = {
  exported: true,
  onErase: 'delete',
  retention: '60 Tage nach dem letzten Speichern, oder bis Sie ihn löschen.',
}

const lines = (kept: Kept, rows: Record<string, string>): PrivacyRule[] =>
  Object.entries(rows).map(([place, what]) => {
    const [table = '', column = ''] = place.split('.')
    return { table, column, what, ...kept }
  })

export const privacy: PrivacyRule[] = [
  ...lines(OWN, {
    'software_follows.person_id': 'Welchen Apps Sie folgen.',
    'watch_lists.person_id': 'Ihre Merklisten.',
    'review_demands.person_id': 'Bei welchen Prüfungen Sie „Mich auch“ gesagt haben.',
    'adoption_wishes.person_id': 'Um welche Apps Sie Ihre Schulleitung gebeten haben.',
    'adoption_delegates.person_id': 'Dass Sie für Ihre Schulleitung über Apps entscheiden dürfen.',
    'review_assignees.person_id': 'Welche Prüfungen Sie übernommen haben.',
    'release_proposals.proposed_by':
      'Freigaben gegen eine Stellungnahme, die Sie vorgeschlagen haben.',
  }),
  ...lines(WRITTEN, {
    'experience_reports.author_id': 'Ihre Erfahrungsberichte zu Apps.',
    'software_questions.author_id': 'Ihre Fragen zu Apps.',
    'software_answers.author_id': 'Ihre Antworten auf Fragen zu Apps.',
    'review_cases.requested_by': 'Apps, die Sie vorgeschlagen haben.',
    'software_products.created_by': 'Einträge im Verzeichnis, die Sie angelegt haben.',
    'pilot_reports.written_by': 'Ihre Berichte über Erprobungen.',
    'review_questions.answered_by': 'Ihre Antworten auf Rückfragen der Prüfung.',
  }),
  ...lines(DRAFT, { 'proposal_drafts.person_id': 'Ihre Entwürfe von Vorschlägen.' }),
  ...lines(DAY, { 'software_removals.removed_by': 'Was Sie zu Apps entfernt haben.' }),
  ...lines(DONE, {
    'software_changes.person_id': 'Angaben zu Apps, die Sie geändert haben.',
    'software_documents.added_by': 'Unterlagen zu Apps, die Sie hinzugefügt haben.',
    'software_plgs.attached_by': 'Dass Sie eine PLG mit einer App verknüpft haben.',
    'software_imports.imported_by': 'Dass Sie eine Liste von Apps eingelesen haben.',
    'software_merges.merged_by': 'Dass Sie zwei Einträge zusammengeführt haben.',
    'software_distinct.decided_by': 'Dass Sie zwei Einträge für verschieden erklärt haben.',
    'software_settings.changed_by': 'Dass Sie eine Einstellung der Freigaben geändert haben.',
    'review_answers.answered_by': 'Prüfpunkte, die Sie beantwortet haben.',
    'review_evidence.added_by': 'Belege, die Sie zu Prüfpunkten hinzugefügt haben.',
    'review_questions.asked_by': 'Rückfragen, die Sie gestellt haben.',
    'adoption_delegates.given_by': 'Wem Sie die Entscheidung über Apps übertragen haben.',
  }),
  ...lines(SIGNED, {
    'opinions.given_by': 'Stellungnahmen, die Sie unterschrieben haben.',
    'releases.decided_by': 'Freigaben, über die Sie entschieden haben.',
    'release_refusals.decided_by': 'Nutzungen, die Sie nicht freigegeben haben.',
    'releases.second_by': 'Freigaben, die Sie als zweite Person bestätigt haben.',
    'school_adoptions.decided_by': 'Entscheidungen über Apps für Ihre Schule.',
    'review_events.person_id': 'Was Sie in einer Prüfung getan haben.',
    'release_events.person_id': 'Dass Sie eine Freigabe ausgesetzt oder beendet haben.',
    'list_editions.made_by': 'Ausgaben der Positivliste, die Sie erstellt haben.',
  }),
]
