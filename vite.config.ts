import tailwindcss from '@tailwindcss/vite'
import { vitePlugin as remix } from '@remix-run/dev'
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

export default defineConfig(({ command }) => ({
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
  build: { target: 'es2022', sourcemap: false },
  esbuild: { target: 'es2022' },
  optimizeDeps: {
    exclude: ['pg', 'kysely', '@node-rs/argon2', 'graphile-worker', 'nodemailer', 'pino'],
    include: ['socket.io-client'],
  },
  test: {
    include: ['{app,server,db}/**/*.test.{ts,tsx}'],
    globalSetup: ['db/testing-setup.ts'],
    setupFiles: ['db/testing-quiet.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
}))
