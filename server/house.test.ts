import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** The closed list of file names an area may hold. A new word needs a decision in server/README.md. */
const VOCABULARY = [
  'README.md',
  'area.ts',
  'cli.ts',
  'contract.ts',
  'inputs.ts',
  'words.ts',
  'paths.ts',
  'policy.ts',
  'privacy.ts',
  'rules.ts',
  'sql.ts',
  'views.ts',
  'commands.ts',
  'events.ts',
  'reactions.ts',
  'sockets.ts',
  'collab.ts',
  'jobs.ts',
]
const NOT_AREAS = ['platform', 'auth', 'realtime', 'collab', 'rich-text', 'deploy']
const LONGEST_FILE = 300

function files(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}
const read = (path: string) => readFileSync(path, 'utf8')
const areaFolders = readdirSync('server').filter(
  (name) => statSync(join('server', name)).isDirectory() && !NOT_AREAS.includes(name),
)

test.each(areaFolders)('server/%s uses only the house vocabulary', (area) => {
  const strangers = files(join('server', area))
    .filter((path) => basename(dirname(path)) !== 'mails' && !path.endsWith('.test.ts'))
    .filter((path) => !VOCABULARY.includes(basename(path)))
  expect(strangers).toEqual([])
})

test.each(areaFolders)('server/%s is listed in areas.ts and says what it is for', (area) => {
  expect(read('server/areas.ts')).toContain(`./${area}/area.ts`)
  expect(existsSync(join('server', area, 'README.md'))).toBe(true)
})

test('every route file is on the site map', () => {
  const maps = ['routes', 'routes-concepts', 'routes-medialab', 'routes-talks']
  const map = maps.map((name) => read(`app/${name}.ts`)).join('')
  const routes = files('app/routes').filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('/components/') && !path.includes('.test.'),
  )
  expect(routes.filter((path) => !map.includes(`'${path.replace('app/', '')}'`))).toEqual([])
})

test('every loader and action passes the gate', () => {
  const open = files('app')
    .filter((path) => /^app\/(routes\/|root\.tsx)/.test(path) && /\.tsx?$/.test(path))
    .filter((path) => {
      const exported = read(path).match(/^export .*(?<!typeof )\b(loader|action)\b.*$/gm) ?? []
      return exported.some(
        (line) =>
          !/^export const (loader|action) = (page|form|forms|visitorPage|visitorForm|resource|visitorResource|upload)\b/.test(
            line,
          ),
      )
    })
  expect(open).toEqual([])
})

test('no file is longer than the house allows', () => {
  const code = ['app', 'server', 'db', 'e2e']
    .flatMap(files)
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && path !== 'db/types.ts')
  const long = code.filter((path) => read(path).split('\n').length - 1 > LONGEST_FILE)
  expect(long).toEqual([])
})

test('no drawer has a name that takes anything in', () => {
  const drawers = ['app', 'server', 'db', 'e2e']
    .flatMap(files)
    .filter((path) => /\/(index|utils?|helpers?|service|types|misc|common)\.tsx?$/.test(path))
  expect(drawers.filter((path) => path !== 'db/types.ts')).toEqual([])
})

test('German texts address people politely and shout at nobody', () => {
  const texts = files('app')
    .filter((path) => path.endsWith('.tsx'))
    .concat(files('server').filter((path) => path.endsWith('words.ts') || path.includes('/mails/')))
  const rude = texts.filter((path) =>
    /\b(klicken sie hier|dein|deine|deinen|ups|oops)\b|[a-zäöüß]!['"`<]/i.test(read(path)),
  )
  expect(rude).toEqual([])
})
