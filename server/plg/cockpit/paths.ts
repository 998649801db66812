export const paths = {
  accompanied: (page = 1) => (page > 1 ? `/moderation/plg?seite=${page}` : '/moderation/plg'),
}
