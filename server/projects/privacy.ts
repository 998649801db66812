import type { PrivacyRule } from '#server/platform/privacy.ts'

const WITH_PROJECT = 'Solange es das Vorhaben gibt, ohne Ihren Namen länger.'

export const privacyRules: PrivacyRule[] = [
  {
    table: 'projects',
    column: 'created_by',
    what: 'Vorhaben, die Sie angelegt haben.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_PROJECT,
  },
  {
    table: 'projects',
    column: 'published_by',
    what: 'Dass Sie ein Vorhaben veröffentlicht haben.',
    exported: false,
    onErase: 'anonymise',
    retention: WITH_PROJECT,
  },
  {
    table: 'project_authors',
    column: 'person_id',
    what: 'Vorhaben, bei denen Sie Autor:in sind, und ob Ihr Name dabeistehen soll.',
    exported: true,
    onErase: 'delete',
    retention: 'Solange Sie als Autor:in eingetragen sind.',
  },
  {
    table: 'trial_runs',
    column: 'teacher_id',
    what: 'Durchgänge im Unterricht, die Sie für Ihre PLG aufgeschrieben haben.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_PROJECT,
  },
  {
    table: 'project_evaluations',
    column: 'changed_by',
    what: 'Dass Sie die Auswertung eines Vorhabens zuletzt gespeichert haben.',
    exported: false,
    onErase: 'anonymise',
    retention: WITH_PROJECT,
  },
  {
    table: 'closing_reports',
    column: 'saved_by',
    what: 'Dass Sie den Abschluss eines Vorhabens zuletzt gespeichert haben.',
    exported: false,
    onErase: 'anonymise',
    retention: WITH_PROJECT,
  },
  {
    table: 'project_tries',
    column: 'person_id',
    what: 'Vorhaben anderer, die Sie ausprobieren, und ob Ihr Name dabeisteht.',
    exported: true,
    onErase: 'delete',
    retention: 'Bis Sie es zurücknehmen.',
  },
  {
    table: 'transfer_sheets',
    column: 'changed_by',
    what: 'Dass Sie den Transferbogen Ihrer Schule zuletzt gespeichert haben.',
    exported: false,
    onErase: 'anonymise',
    retention: 'Solange es die PLG gibt.',
  },
]
