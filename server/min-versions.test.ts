import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Rule = { min?: string; forbidden?: boolean; why?: string; accepted?: string }
type Lock = { packages: Record<string, { version?: string }> }

const rules = (
  JSON.parse(readFileSync('server/min-versions.json', 'utf8')) as { packages: Record<string, Rule> }
).packages
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

function installed(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, entry]) => entry.version ?? '0.0.0')
}

function isOlder(version: string, min: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).map(Number)
  const [a, b] = [parts(version), parts(min)]
  for (const place of [0, 1, 2]) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

test.each(Object.entries(rules))('%s is at or above its minimum (safety.md SC-2)', (name, rule) => {
  const versions = installed(name)
  if (rule.forbidden) expect(versions).toEqual([])
  const { min } = rule
  if (min) expect(versions.filter((version) => isOlder(version, min))).toEqual([])
})

test('the lock file names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved": "http')
})

test('direct runtime dependencies stay few (safety.md SC-3)', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(60)
  const loose = Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+/.test(version))
  expect(loose).toEqual([])
})
