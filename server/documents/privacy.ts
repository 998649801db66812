import type { PrivacyRule } from '#server/platform/privacy.ts'

const WITH_DOCUMENT = 'Solange das Dokument besteht.'

export const privacy: PrivacyRule[] = [
  {
    table: 'documents',
    column: 'created_by',
    what: 'Dokumente, die Sie angelegt haben. Wer was darin schrieb, wird nicht gespeichert.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_DOCUMENT,
  },
  {
    table: 'documents',
    column: 'deleted_by',
    what: 'Dass Sie ein Dokument in den Papierkorb gelegt haben.',
    exported: false,
    onErase: 'anonymise',
    retention: '30 Tage, dann ist auch das Dokument gelöscht.',
  },
  {
    table: 'document_versions',
    column: 'created_by',
    what: 'Stände von Dokumenten, die Sie gesichert haben.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_DOCUMENT,
  },
  {
    table: 'document_threads',
    column: 'created_by',
    what: 'Stellen in Dokumenten, zu denen Sie einen Kommentar begonnen haben.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_DOCUMENT,
  },
  {
    table: 'document_threads',
    column: 'resolved_by',
    what: 'Kommentare, die Sie als erledigt gekennzeichnet haben.',
    exported: false,
    onErase: 'anonymise',
    retention: WITH_DOCUMENT,
  },
  {
    table: 'document_comments',
    column: 'author_id',
    what: 'Ihre Kommentare in Dokumenten.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_DOCUMENT,
  },
  {
    table: 'document_comments',
    column: 'deleted_by',
    what: 'Kommentare, die Sie gelöscht haben.',
    exported: false,
    onErase: 'anonymise',
    retention: WITH_DOCUMENT,
  },
]
