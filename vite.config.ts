import fs from 'node:fs'
import path from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { vitePlugin as remix } from '@remix-run/dev'
import type { Rollup } from 'vite'
import { denyImports } from 'vite-env-only'
import { defineConfig } from 'vitest/config'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Of server/ only contract, words and paths may reach the browser; of db/ nothing. */
const serverOnly = /^(server\/(?!.*\/(contract|words|paths)\.ts$)|db\/)/

const FRAMEWORK =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//
/** How CommonJS modules, as React is one, are wrapped: beside them, or two chunks would need each other. */
const WRAPPER = 'commonjsHelpers'
const ROOT = /\/app\/root\.tsx/
/** Parts that most pages are made of. One by one they would be sixteen files, named again for each route in the list of all. */
const KIT =
  /\/app\/ui\/(badge|breadcrumb|card|choice-field|choices|definition-list|empty-state|field|field-frame|fold|form|list|notice|page-head|pagination)\.tsx?$/

/**
 * Two chunks that every page needs anyway, instead of twenty small ones: the framework, which changes
 * seldom and stays in the browser's cache, and the frame, which is what app/root.tsx imports. And the kit.
 */
function chunkOf(): Rollup.GetManualChunk {
  let frame: Set<string> | undefined
  return (id, { getModuleIds, getModuleInfo }) => {
    if (FRAMEWORK.test(id) || id.includes(WRAPPER)) return 'framework'
    frame ??= reachedFrom(
      [...getModuleIds()].filter((module) => ROOT.test(module)),
      getModuleInfo,
    )
    if (frame.has(id)) return ROOT.test(id) ? undefined : 'frame'
    return KIT.test(id) ? 'kit' : undefined
  }
}

/** Makes the icons of lucide, in the place of what lucide has for that. */
const DRAWN_ICON = path.resolve('app/ui/drawn-icon.tsx')

function reachedFrom(start: string[], getModuleInfo: Rollup.GetModuleInfo): Set<string> {
  const reached = new Set<string>()
  const open = [...start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    open.push(...(getModuleInfo(id)?.importedIds ?? []))
  }
  return reached
}

/**
 * Test files share two processes: to load the house anew for each takes longer than most of them (db/testing-quiet.ts
 * makes a process forget). Who puts other modules in the place of ours stays alone.
 */
const tests = {
  include: ['{app,server,db}/**/*.test.{ts,tsx}'],
  setupFiles: ['db/testing-quiet.ts'],
  pool: 'forks' as const,
  maxWorkers: 2,
  testTimeout: 20_000,
  hookTimeout: 60_000,
}
const alone = ['app', 'server', 'db']
  .flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(folder, file)),
  )
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => /\bvi\.(mock|doMock|resetModules)\(/.test(fs.readFileSync(file, 'utf8')))

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    command === 'build' &&
      denyImports({
        client: {
          files: [serverOnly],
          specifiers: [/^node:/, 'pg', 'kysely', 'zod', 'micromark', 'lucia', 'pino', 'nodemailer'],
        },
      }),
    !process.env.VITEST && tailwindcss(),
    !process.env.VITEST && remix(remixConfig),
  ],
  build: {
    target: 'es2022',
    sourcemap: false,
    // 3.6 kB gz less than esbuild over the framework; the router's warnings are for developers.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { compress: { passes: 3, pure_funcs: ['warning', 'warning$1', 'warningOnce'] } },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf() } },
  },
  esbuild: { target: 'es2022' },
  resolve: { alias: [{ find: /^\.\.\/createLucideIcon\.mjs$/, replacement: DRAWN_ICON }] },
  ssr: { noExternal: ['lucide-react'] },
  optimizeDeps: {
    exclude: [
      'lucide-react',
      'pg',
      'kysely',
      '@node-rs/argon2',
      'graphile-worker',
      'nodemailer',
      'pino',
    ],
    include: ['socket.io-client'],
  },
  test: {
    globalSetup: ['db/testing-setup.ts'],
    projects: [
      {
        test: {
          ...{ ...tests, name: 'shared', isolate: false, exclude: [...alone] },
          // A process keeps its database for the next file (db/testing-again.ts).
          env: { TEST_DATABASE_AGAIN: '1' },
        },
      },
      { test: { ...tests, name: 'alone', include: [...alone] } },
    ],
  },
}))
