// What a browser has to load, held against the budget: a step of `npm test` after the build.
// By itself: node e2e/weight.mjs
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import zlib from 'node:zlib'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** kB, compressed by gzip at level 9 (design: performance). */
const BUDGET = { frame: 100, css: 12, chunk: 25, editor: 250 }

/** Addresses that stand in scripts without ever being asked for: names of namespaces, hints in errors. */
const HARMLESS = [
  /** Names of markup languages; React creates elements by them. */
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/XML/1998/namespace',
  /** In the texts of errors that React, Remix and Socket.IO throw or log. */
  'https://reactjs.org/docs/error-decoder.html',
  'https://remix.run/guides/errors',
  'https://remix.run/route/hydrate-fallback',
  'https://remix.run/route/meta',
  'https://socket.io/docs/v3/migrating-from-2-x-to-3-0/',
  /** In the warnings that Yjs, ProseMirror and Tiptap write to the console. */
  'https://github.com/yjs/yjs/issues/438',
  'https://prosemirror.net/docs/guide/',
  'https://tiptap.dev/api/extensions/collaboration-caret',
  /** In the licence at the head of the style sheet. */
  // Licences that a published Vorhaben names: links one follows oneself.
  'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
  'https://creativecommons.org/licenses/by/4.0/deed.de',
  'https://creativecommons.org/licenses/by-sa/4.0/deed.de',
  'https://tailwindcss.com',
]
const ADDRESS = /(?:https?:|wss?:|(?<=["'`(=]))\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)?#\\]*/gi

/** What only the server uses; in the browser it would be weight, or a leak. */
const SERVER_ONLY =
  /kysely|argon2|graphile|nodemailer|\blucia\b|postgres(?:ql)?:|["'`]pg["'`]|\bpino\b|micromark|\bZodError\b|["'`]node:[a-z]|DATABASE_URL|SESSION_SECRET|SMTP_URL/

/**
 * Weighs a built client and prints the table of its pages.
 *
 * @returns {{ passed: number, failed: number }} the checks
 */
export function weigh({ client = path.join(root, 'build', 'client'), print = console.log } = {}) {
  const files = listFiles(client)
  const read = (file) => fs.readFileSync(path.join(client, file), 'utf8')
  const manifest = readManifest(files, read)
  const weights = new Map()
  const weight = (file) => {
    if (!weights.has(file)) weights.set(file, zlib.gzipSync(read(file), { level: 9 }).length / 1000)
    return weights.get(file)
  }
  const sum = (set) => [...set].reduce((kb, file) => kb + weight(file), 0)
  const closure = (modules) => withImports(modules.map(inClient), read)

  const frame = [manifest.entry, manifest.routes.root]
  const frameScripts = closure(frame.map(({ module }) => module))
  const pages = Object.values(manifest.routes).map((route) => {
    const chain = [...frame, ...chainOf(manifest, route)]
    const scripts = closure(chain.map(({ module }) => module))
    const styles = new Set(chain.flatMap(({ css = [] }) => css.map(inClient)))
    const own = new Set([...scripts].filter((file) => !frameScripts.has(file)))
    const name = route.id.replace(/^routes\//, '')
    return {
      name,
      module: inClient(route.module),
      js: sum(scripts),
      own: sum(own),
      css: sum(styles),
    }
  })
  printTable(pages, print)
  print(`${kb(sum(frameScripts))} kB Rahmen (entry + root mit allem, was sie einbinden)`)
  print(
    `${kb(weight(inClient(manifest.url)))} kB Verzeichnis der Seiten (manifest), zu jeder Seite dazu`,
  )

  const texts = files.filter((file) => /\.(js|css|svg|html|txt|json|webmanifest)$/.test(file))
  /** It comes when somebody writes, and is no module of a route. */
  const editors = files.filter((file) => /^assets\/editor-[^/]+\.js$/.test(file))
  const routeChunks = pages.filter(({ name }) => name !== 'root')
  return report(print, [
    [
      `Rahmen höchstens ${BUDGET.frame} kB JavaScript`,
      sum(frameScripts) > BUDGET.frame ? [`${kb(sum(frameScripts))} kB`] : [],
    ],
    [
      `CSS einer Seite höchstens ${BUDGET.css} kB`,
      pages.filter(({ css }) => css > BUDGET.css).map(({ name, css }) => `${name}: ${kb(css)} kB`),
    ],
    [
      `Modul einer Route höchstens ${BUDGET.chunk} kB`,
      routeChunks
        .filter(({ module }) => weight(module) > BUDGET.chunk)
        .map(({ name, module }) => `${name}: ${kb(weight(module))} kB`),
    ],
    [
      `Editor höchstens ${BUDGET.editor} kB`,
      editors.length === 0
        ? ['nicht gefunden']
        : editors
            .filter((file) => weight(file) > BUDGET.editor)
            .map((file) => `${file}: ${kb(weight(file))} kB`),
    ],
    ['keine fremde Adresse', texts.flatMap((file) => foreignIn(file, read(file)))],
    [
      'keine Source Maps',
      files.filter((file) => file.endsWith('.map') || (texts.includes(file) && hasMap(read(file)))),
    ],
    [
      'nichts, was nur der Server braucht',
      texts.flatMap((file) => {
        const found = SERVER_ONLY.exec(read(file))
        return found ? [`${file}: ${found[0]}`] : []
      }),
    ],
  ])
}

function listFiles(folder, below = '') {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name)
    return entry.isDirectory() ? listFiles(folder, name) : [name]
  })
}

/** The list of routes that Remix writes for the browser. */
function readManifest(files, read) {
  const file = files.find((name) => /^assets\/manifest-[^/]+\.js$/.test(name))
  if (!file) throw new Error('build/client hat kein Manifest: erst bauen (npm run build).')
  const window = {}
  vm.runInNewContext(read(file), { window })
  return window.__remixManifest
}

const inClient = (address) => address.replace(/^\//, '')

/** These modules and everything they import at once; what is loaded later does not count. */
function withImports(modules, read) {
  const reached = new Set()
  const open = [...modules]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    const imports = read(file).matchAll(/(?:\bimport|\bfrom)\s*["'](\.[^"']+)["']/g)
    for (const [, to] of imports) open.push(path.posix.join(path.posix.dirname(file), to))
  }
  return reached
}

/** A route with the layouts around it. */
function chainOf({ routes }, route) {
  const parent = routes[route.parentId ?? '']
  return parent ? [...chainOf({ routes }, parent), route] : [route]
}

const foreignIn = (file, text) =>
  [...text.matchAll(ADDRESS)]
    .map(([address]) => address)
    .filter((address) => !HARMLESS.includes(address))
    .map((address) => `${file}: ${address}`)

const hasMap = (text) => /[#@]\s*sourceMappingURL=/.test(text)

const kb = (number) => number.toFixed(1).padStart(6)

function printTable(pages, print) {
  print('    JS  davon eigen    CSS  Seite (kB, gzip)')
  for (const { name, js, own, css } of pages.toSorted((a, b) => b.js - a.js))
    print(`${kb(js)} ${kb(own).padStart(12)} ${kb(css)}  ${name}`)
}

/** Of many faults of one kind the first few say enough. */
const SHOWN = 8

function report(print, checks) {
  for (const [name, faults] of checks) {
    print(`${faults.length === 0 ? 'ok    ' : 'FEHLER'} ${name}`)
    for (const fault of faults.slice(0, SHOWN)) print(`       ${fault}`)
    if (faults.length > SHOWN) print(`       … und ${faults.length - SHOWN} weitere`)
  }
  const failed = checks.filter(([, faults]) => faults.length > 0).length
  return { passed: checks.length - failed, failed }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = weigh().failed === 0 ? 0 : 1
