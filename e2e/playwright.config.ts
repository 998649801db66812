import { defineConfig } from '@playwright/test'

// e2e/run.mjs starts the platform, finds the browser and hands both over in the environment.
const { BASE_URL, CHROMIUM, CHROMIUM_ENV, PLAYWRIGHT_JSON_OUTPUT_FILE, TRACE } = process.env

/** A test runs on the iPad unless its tags name other devices. */
const onIpad = /^(?![^]*@(?:phone|laptop)\b)|@ipad\b/

export default defineConfig({
  outputDir: '../test-results/e2e',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // How fast it is the bench says; here a busy machine must not look like a defect.
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // The second writes the numbers for e2e/check.mjs into that file and prints nothing.
  reporter: PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    baseURL: BASE_URL,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // A film of everything costs a fifth of the time: TRACE=1 when one looks for something.
    trace: TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: CHROMIUM,
      env: { ...process.env, ...(JSON.parse(CHROMIUM_ENV ?? '{}') as Record<string, string>) },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'ipad',
      grep: onIpad,
      use: { viewport: { width: 820, height: 1180 }, hasTouch: true },
    },
    {
      name: 'phone',
      grep: /@phone\b/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'laptop',
      grep: /@laptop\b/,
      use: { viewport: { width: 1366, height: 768 } },
    },
    { name: 'gallery', testMatch: '**/*.gallery.ts', timeout: 300_000 },
  ],
})
