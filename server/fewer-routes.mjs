// For each page Remix flattens, ranks and compiles all routes anew, several times: of 141 routes that is a quarter
// of what a page costs. So a page is answered by a handler that knows only the routes its address can mean.

/** @typedef {{ id: string, parentId?: string, path?: string, index?: boolean }} Route */
/** @typedef {Record<string, Route | undefined>} Routes */

/**
 * Addresses are told apart by their first and their third word: /heute, /plg/…/termine.
 *
 * @template {{ routes: Routes, assets: { routes: Routes } }} Build
 * @param {Build} build
 * @returns {(pathname: string) => Build} the build with the routes that may match; one object for addresses alike
 */
export function fewerRoutes(build) {
  const patterns = patternsOf(build.routes)
  const words = wordsOf(patterns)
  /** @type {Map<string, Build>} */
  const parts = new Map()
  return (pathname) => {
    const telling = tellingOf(pathname, words)
    if (!telling) return build
    const key = telling.join('/')
    const part = parts.get(key) ?? partOf(build, patterns, telling)
    parts.set(key, part)
    return part
  }
}

/** @typedef {{ id: string, first: string, third: string }} Pattern '' for anything, or for nothing more */

/** @param {Routes} routes @returns {Pattern[]} */
function patternsOf(routes) {
  /** @param {Route | undefined} route @returns {string[]} */
  const pathOf = (route) =>
    route ? [...pathOf(routes[route.parentId ?? '']), ...(route.path ?? '').split('/')] : []
  return Object.values(routes).flatMap((route) => {
    if (!route) return []
    const parts = pathOf(route)
      .filter((part) => part !== '')
      .map((part) => part.toLowerCase())
    return [{ id: route.id, first: wordAt(parts, 0), third: wordAt(parts, 2) }]
  })
}

/** Behind a part that may be left out, words stand elsewhere than they are written. @param {string[]} parts */
function wordAt(parts, place) {
  const upToHere = parts.slice(0, place + 1)
  const word = parts[place] ?? ''
  return /^[:*]/.test(word) || upToHere.some((part) => part.endsWith('?')) ? '' : word
}

/** The third words behind each first one. @param {Pattern[]} patterns */
function wordsOf(patterns) {
  /** @type {Map<string, Set<string>>} */
  const words = new Map([['', new Set()]])
  for (const { first, third } of patterns)
    words.set(first, new Set([...(words.get(first) ?? []), third]))
  return words
}

/**
 * @param {string} pathname
 * @param {Map<string, Set<string>>} words
 * @returns {[first: string, third: string] | undefined} '' for anything no route names; nothing when an address is not plain
 */
function tellingOf(pathname, words) {
  if (!/^(\/|(\/[\w.~-]+)+)$/.test(pathname)) return undefined
  const segments = pathname
    .toLowerCase()
    .replace(/\.data$/, '')
    .split('/')
  const first = words.has(segments[1] ?? '') ? (segments[1] ?? '') : ''
  const third = words.get(first)?.has(segments[3] ?? '') ? (segments[3] ?? '') : ''
  return [first, third]
}

/**
 * @template {{ routes: Routes, assets: { routes: Routes } }} Build
 * @param {Build} build
 * @param {Pattern[]} patterns
 * @param {[string, string]} telling
 */
function partOf(build, patterns, [first, third]) {
  const mayMatch = (/** @type {Pattern} */ pattern) =>
    (pattern.first === '' || pattern.first === first) &&
    (pattern.third === '' || pattern.third === third)
  const ids = new Set(patterns.filter(mayMatch).map(({ id }) => id))
  const only = (/** @type {Routes} */ routes) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  }
}
