/** Addresses between schools, besides those of paths.ts of concepts. */
export const paths = {
  /** A goal of a published version: read, find like ones, take over. */
  goal: (school: string, version: number, position: number) =>
    `/konzepte/${school}/v/${version}/ziele/${position}`,
  /** Goals of other schools like this one of the own draft. */
  similarGoals: (goalId: string) => `/konzepte/aehnliche-ziele?ziel=${goalId}`,
}
