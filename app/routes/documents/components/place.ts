type Params = { plg?: string; school?: string; doc?: string }

/** The home that an address names: a PLG, or the media concept of a school. */
export const homeOf = ({ plg, school = '' }: Params) =>
  plg === undefined ? { kind: 'concept', slug: school } : { kind: 'plg', slug: plg }

/** A document by its address. */
export const placeOf = (params: Params) => ({ home: homeOf(params), document: params.doc ?? '' })
