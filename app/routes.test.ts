import { matchRoutes } from '@remix-run/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import siteMap from './routes.ts'
import { fewerRoutes } from '#server/fewer-routes.mjs'

type RouteObject = Parameters<typeof matchRoutes>[0][number]
type Entry = (typeof siteMap)[number]
type Flat = { id: string; parentId?: string; path?: string; index?: boolean }
type Routes = Record<string, Flat>

function flat(entries: readonly Entry[], parentId: string): Routes {
  const found: Routes = {}
  for (const { file, path, index, children = [] } of entries)
    Object.assign(found, { [file]: { id: file, parentId, path, index } }, flat(children, file))
  return found
}

const routes: Routes = { root: { id: 'root', path: '' }, ...flat(siteMap, 'root') }
const partFor = fewerRoutes({ routes, assets: { routes } })

function tree(from: Routes, parentId?: string): RouteObject[] {
  return Object.values(from)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: tree(from, id) },
    )
}

const trees = new Map<Routes, RouteObject[]>()
function treeOf(from: Routes): RouteObject[] {
  const found = trees.get(from) ?? tree(from)
  trees.set(from, found)
  return found
}

/** Remix takes the ending of requests for data off before it looks for routes. */
const matchesIn = (from: Routes, pathname: string) =>
  matchRoutes(treeOf(from), pathname.replace(/\.data$/, ''))?.map(({ route, params }) => [
    route.id,
    params,
  ])

const KNOWN = [...new Set(Object.values(routes).flatMap(({ path }) => path?.split('/') ?? []))]
const segment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KNOWN.filter((word) => /^[\w-]+$/.test(word))) },
  fc.constantFrom(
    '1-ein-titel',
    'x',
    'PLG',
    'Termine',
    'term%69ne',
    'pl%67',
    '',
    '..',
    '*',
    ':plg',
  ),
  fc.string({ maxLength: 6 }).map(encodeURIComponent),
)
const address = fc
  .tuple(fc.array(segment, { maxLength: 6 }), fc.constantFrom('', '', '/', '.data'))
  .map(([segments, end]) => `/${segments.join('/')}${end}`)

test('whatever the address, the fewer routes match as all of them do', () => {
  fc.assert(
    fc.property(address, (pathname) => {
      expect(matchesIn(partFor(pathname).routes, pathname)).toEqual(matchesIn(routes, pathname))
    }),
    { numRuns: 3_000 },
  )
}, 60_000)

test('a page of a PLG knows a small part of all routes, and there are few parts', () => {
  expect(Object.keys(partFor('/plg/ein-name/termine').routes).length).toBeLessThan(10)
  expect(partFor('/plg/ein-name/termine')).toBe(partFor('/plg/anderer/Termine.data'))
  expect(partFor('/wp-admin/1/termine')).toBe(partFor('/etwas'))
})
