/** Where a Vorhaben is, from the parts of an address. */
export const placeOf = ({ plg = '', project = '' }: { plg?: string; project?: string }) => ({
  plg,
  project,
})
