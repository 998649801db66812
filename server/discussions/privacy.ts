import type { PrivacyRule } from '#server/platform/privacy.ts'

const WITH_PLG = 'Solange die PLG besteht.'

export const privacy: PrivacyRule[] = [
  {
    table: 'topics',
    column: 'author_id',
    what: 'Themen, die Sie in einer PLG eröffnet haben.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_PLG,
  },
  {
    table: 'posts',
    column: 'author_id',
    what: 'Ihre Beiträge in den Diskussionen Ihrer PLGs, mit früheren Fassungen.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_PLG,
  },
  {
    table: 'posts',
    column: 'deleted_by',
    what: 'Dass Sie einen Beitrag gelöscht haben.',
    exported: false,
    onErase: 'anonymise',
    retention: WITH_PLG,
  },
  {
    table: 'post_mentions',
    column: 'person_id',
    what: 'Beiträge, in denen Sie mit @ erwähnt werden.',
    exported: true,
    onErase: 'delete',
    retention: WITH_PLG,
  },
  {
    table: 'post_reactions',
    column: 'person_id',
    what: 'Ihr „Danke“, „Hilfreich“ und „Probiere ich aus“ zu Beiträgen. Gezeigt wird nur die Anzahl.',
    exported: true,
    onErase: 'delete',
    retention: WITH_PLG,
  },
  {
    table: 'topic_reads',
    column: 'person_id',
    what: 'Bis zu welchem Beitrag Sie ein Thema gelesen haben, ohne Zeitpunkt. Das sehen nur Sie.',
    exported: true,
    onErase: 'delete',
    retention: 'Bis Sie Ihr Konto löschen oder neu in die PLG eintreten.',
  },
]
