/**
 * What many ask for at the same moment is found once: whoever comes while it is looked for, or so many milliseconds
 * after, gets the same answer. Only for what is the same for everybody, and never inside a transaction.
 */
export function sharedBriefly<T>(milliseconds: number) {
  const known = new Map<string, Promise<T>>()

  return (key: string, find: () => Promise<T>): Promise<T> => {
    const before = known.get(key)
    if (before) return before
    const found = find()
    const forget = () => known.delete(key)
    known.set(key, found)
    found.then(() => setTimeout(forget, milliseconds).unref(), forget)
    return found
  }
}
