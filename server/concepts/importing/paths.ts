import { paths as concepts } from '../paths.ts'

export const paths = {
  list: concepts.import,
  one: (school: string, id: string) => `${concepts.import(school)}/${id}`,
}
