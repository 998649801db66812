/** What the browser of tables takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** One cell of a CSV file: never a formula, whatever somebody called their project. */
export function cell(value: string | number): string {
  const text = String(value)
  const safe = FORMULA.test(text.trimStart()) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as Excel in German opens them: semicolons, a mark for UTF-8, CRLF. */
export function csv(rows: (string | number)[][]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
