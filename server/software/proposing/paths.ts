/** A proposal of one's own: where it stands, what was asked, taking it back. */
export const proposalPath = (number: number) => `/software/vorschlagen/${number}`
/** The form as it was when its draft was saved. */
export const draftPath = (id: string) => `/software/vorschlagen?entwurf=${encodeURIComponent(id)}`
/** Asking for a review, or complaining, about what stands in the directory. */
export const requestPath = (slug: string) => `/software/${slug}/pruefung`

/** The number in an address; 0, which nothing has, for what is none. */
export const numberIn = (text: string | undefined) =>
  text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
