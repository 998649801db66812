export const TRIAGE_PAGE = 25
