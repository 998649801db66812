/** What an address says after "?seite=" and the like. */
export const queryOf = (request: Request) => new URL(request.url).searchParams
