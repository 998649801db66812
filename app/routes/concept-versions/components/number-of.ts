/** The number of a version in an address; what is none names no version. */
export const numberOf = (given: string | null | undefined): number =>
  /^\d{1,6}$/.test(given ?? '') ? Number(given) : -1
