/** The number of a Vorhaben that somebody named by its address, or by that number alone. */
export function projectNumberIn(text: string): number | null {
  const [, number = ''] =
    /(?:^|\/vorhaben\/|^nr\.? ?)(\d{1,9})(?:-[^/]*)?\/?$/i.exec(text.trim()) ?? []
  return number === '' ? null : Number(number)
}

/** A school that a line may mean: by its very name or number, or by a part of its name. */
export type Meant = { line: string; id: string; isExact: boolean }

/** The one school that each line means; the lines that mean none, or several, apart. */
export function schoolsMeant(lines: string[], found: Meant[]) {
  const ids: string[] = []
  const unclear: string[] = []
  for (const line of lines) {
    const like = found.filter((one) => one.line === line)
    const exact = like.filter(({ isExact }) => isExact)
    const [one, other] = exact.length > 0 ? exact : like
    if (one && !other) ids.push(one.id)
    else unclear.push(line)
  }
  return { ids: [...new Set(ids)], unclear }
}
