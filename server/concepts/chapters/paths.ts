import { paths as concepts } from '../paths.ts'

const chapter = (school: string, number: number) => `${concepts.chapters(school)}/${number}`

/** Addresses of chapters; the number is that of a chapter's document. */
export const paths = {
  list: concepts.chapters,
  /** The list with the text of one beside it. */
  open: (school: string, number: number) => `${concepts.chapters(school)}?kapitel=${number}#text`,
  new: (school: string) => `${concepts.chapters(school)}/neu`,
  chapter,
  templates: (school: string, number: number) => `${chapter(school, number)}/vorlagen`,
  pictures: (school: string) => `${concepts.chapters(school)}/bilder`,
}
