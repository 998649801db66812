import { type RawBuilder, sql, type SqlBool } from 'kysely'

/** The beginning of a word in its German root, for `tsvector`: "Brüchen" finds "Bruchrechnung". */
export function rootOf(word: string) {
  const quoted = `'${word.replace(/['\\]/g, ' ')}':*`
  return sql`to_tsquery('german', ${quoted})`
}

/** The word as a part of a short text, without accents and case; signs of LIKE in it mean themselves. */
export const containsWord = (text: RawBuilder<string>, word: string) =>
  sql<SqlBool>`search_key(${text}) like
    '%' || replace(replace(replace(search_key(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
