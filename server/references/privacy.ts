import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacy: PrivacyRule[] = [
  // No foreign key leads to persons from here: the rows with to_kind 'person' do.
  {
    table: 'thing_references',
    column: 'to_id',
    what: 'Texte, in denen Sie mit @ erwähnt werden.',
    exported: true,
    onErase: 'delete',
    retention: 'Solange der Text Sie erwähnt.',
  },
]
