/** The state's library of media: what it has is streamed there, not lent here (R36-5). */
export const BILDUNGSMEDIATHEK = 'https://www.bildungsmediathek-nrw.de/'
