import type { PrivacyRule } from '#server/platform/privacy.ts'

const AS_LONG = 'solange es das Medienkonzept gibt, ohne Ihren Namen'
const WITH_ACCOUNT = 'solange es das Konto gibt'

/** What a school wrote stays with the school; the name goes with the account. */
const stays = (table: string, column: string, what: string, exported = true): PrivacyRule => ({
  ...{ table, column, what, exported },
  onErase: 'anonymise',
  retention: AS_LONG,
})

const goes = (table: string, column: string, what: string): PrivacyRule => ({
  ...{ table, column, what },
  exported: true,
  onErase: 'delete',
  retention: WITH_ACCOUNT,
})

export const privacyRules: PrivacyRule[] = [
  stays('concepts', 'created_by', 'Welches Medienkonzept Sie begonnen haben'),
  stays('concepts', 'submitted_by', 'Dass Sie ein Medienkonzept zur Freigabe gegeben haben', false),
  goes('concept_people', 'person_id', 'Ihre Aufgaben in Medienkonzepten'),
  stays('concept_people', 'added_by', 'Wem Sie eine Aufgabe im Medienkonzept gegeben haben', false),
  stays('concept_chapters', 'responsible_id', 'Für welche Kapitel Sie zuständig sind'),
  stays('concept_imports', 'created_by', 'Welche Datei Sie in ein Medienkonzept übernommen haben'),
  stays('concept_changes', 'person_id', 'Was Sie im Entwurf eines Medienkonzepts geändert haben'),
  stays('network_goals', 'created_by', 'Welche Netzwerkziele Sie angelegt haben'),
  stays('network_goal_comments', 'author_id', 'Ihre Stellungnahmen zu Netzwerkzielen'),
  stays('concept_goals', 'created_by', 'Welche Ziele Sie angelegt haben'),
  goes('goal_owners', 'person_id', 'Für welche Ziele Sie zuständig sind'),
  stays('goal_measures', 'created_by', 'Welche Maßnahmen Sie angelegt haben'),
  goes('measure_owners', 'person_id', 'Für welche Maßnahmen Sie zuständig sind'),
  stays('goal_check_ins', 'by_id', 'Ihre Zwischenstände zu Zielen'),
  stays('concept_trainings', 'created_by', 'Welchen Fortbildungsbedarf Sie eingetragen haben'),
  stays('concept_reflections', 'author_id', 'Ihre Einträge im Rückblick'),
  stays('lesson_concepts', 'created_by', 'Welche Unterrichtskonzepte Sie angelegt haben'),
  goes('lesson_authors', 'person_id', 'An welchen Unterrichtskonzepten Sie mitgeschrieben haben'),
  stays('lesson_uses', 'said_by', 'Dass Ihre Schule ein Unterrichtskonzept verwendet hat', false),
  stays(
    'concept_cells',
    'changed_by',
    'Wo Sie etwas im Medienkompetenzrahmen eingetragen haben',
    false,
  ),
  stays(
    'concept_projects',
    'added_by',
    'Welches Vorhaben Sie ins Medienkonzept übernommen haben',
    false,
  ),
  stays('concept_versions', 'created_by', 'Welche Versionen Sie festgehalten haben'),
  stays('concept_versions', 'published_by', 'Welche Versionen Sie veröffentlicht haben'),
  stays('concept_resolutions', 'recorded_by', 'Welche Beschlüsse Sie eingetragen haben', false),
]
