/** The kind of thing that a person is, for mentions. */
export const PERSON = 'person'
