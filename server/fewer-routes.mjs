// For each page Remix flattens, ranks and compiles all routes anew, several times: of 141 routes that was a quarter
// of what a page costs. So a page is answered by a handler that knows only the routes its address can mean.

/** @typedef {{ id: string, parentId?: string, path?: string, index?: boolean }} Route */
/** @typedef {Record<string, Route | undefined>} Routes */

/**
 * Which of them is meant is left to Remix: here only those go that cannot be.
 *
 * @template {{ routes: Routes, assets: { routes: Routes } }} Build
 * @param {Build} build
 * @returns {(pathname: string) => Build} the build with the routes that may match and what they lie in; one object for
 *   addresses alike
 */
export function fewerRoutes(build) {
  const idsFor = routesByAddress(build.routes)
  /** @type {Map<string, Build>} */
  const parts = new Map()
  return (pathname) => {
    const ids = idsFor(pathname)
    if (!ids) return build
    const key = ids.join('\n')
    const part = parts.get(key) ?? partOf(build, new Set(ids))
    parts.set(key, part)
    return part
  }
}

/**
 * @param {Routes} routes
 * @returns {(pathname: string) => string[] | undefined} the ids of the routes that may match and of what they lie in;
 *   nothing when the address is not plain
 */
export function routesByAddress(routes) {
  const patterns = patternsOf(routes)
  /** @type {Map<string, Pattern[]>} */
  const byFirst = new Map()
  const anywhere = patterns.filter(({ first }) => first === '')
  return (pathname) => {
    if (!/^(\/|(\/[\w.~-]+)+\/?)$/.test(pathname)) return undefined
    const address = pathname.replace(/^\/_root\.data$|\/?\.data$|\/$/, '')
    const first = address.split('/')[1]?.toLowerCase() ?? ''
    const near = byFirst.get(first) ?? patterns.filter((pattern) => pattern.first === first)
    // Only for words that routes begin with: addresses that somebody made up fill no memory.
    if (near.length > 0) byFirst.set(first, near)
    const fitting = [...new Set([...near, ...anywhere])].filter(({ fits }) => fits.test(address))
    return [...new Set(fitting.flatMap(({ line }) => line))]
  }
}

/** @typedef {{ line: string[], first: string, fits: RegExp }} Pattern `line`: the route and what it lies in; `first`: '' for any word */

/** @param {Routes} routes @returns {Pattern[]} */
function patternsOf(routes) {
  /** @param {Route | undefined} route @returns {Route[]} */
  const lineOf = (route) => (route ? [...lineOf(routes[route.parentId ?? '']), route] : [])
  return Object.values(routes).flatMap((route) => {
    if (!route) return []
    const line = lineOf(route)
    const words = line.flatMap(({ path = '' }) => path.split('/')).filter((word) => word !== '')
    const [first = ''] = words
    return {
      line: line.map(({ id }) => id),
      first: /^[:*]|\?$/.test(first) ? '' : first.toLowerCase(),
      fits: new RegExp(`^${words.map(expressionOf).join('')}$`, 'i'),
    }
  })
}

/** @param {string} word of a route's path */
function expressionOf(word) {
  if (word === '*') return '(/.*)?'
  const one = word.startsWith(':') ? '/[^/]+' : `/${word.replace(/\?$/, '').replace(/\W/g, '\\$&')}`
  return word.endsWith('?') ? `(${one})?` : one
}

/**
 * @template {{ routes: Routes, assets: { routes: Routes } }} Build
 * @param {Build} build
 * @param {Set<string>} ids
 */
function partOf(build, ids) {
  const only = (/** @type {Routes} */ routes) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  }
}
