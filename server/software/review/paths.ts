import { paths } from '../paths.ts'

export const triagePath = (number: number) => `${paths.triage()}/${number}`
/** Where one reads a decision once more before it is signed. */
export const signingPath = (number: number) => `${paths.review(number)}/unterschreiben`
export const opinionPdfPath = (number: number) => `${paths.review(number)}/pdf`
