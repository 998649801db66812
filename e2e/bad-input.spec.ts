import type { APIRequestContext } from '@playwright/test'
import { type DemoPerson, expect, ORIGIN, test } from './test.ts'

const PLG = '/plg/ipads-mathematik-5-6'
const NOBODY = '00000000-0000-4000-8000-000000000000'

type Sent = { path: string; as?: DemoPerson; intents?: string[] }

/** Every form of the platform: where it is sent, by whom, and which of several it is. */
const FORMS: Sent[] = [
  { path: '/anmelden' },
  { path: '/anmelden/link' },
  { path: '/anmelden/link/falsch' },
  { path: '/registrieren' },
  { path: '/registrieren/falsch' },
  { path: '/passwort-vergessen' },
  { path: '/passwort-neu/falsch' },
  { path: '/einrichten/falsch' },
  { path: '/barrierefreiheit/melden' },
  { path: `/melden/post/${NOBODY}`, as: 'meike.thomas' },
  { path: `/dateien/${NOBODY}/fassungen`, as: 'meike.thomas', intents: ['delete', 'restore'] },
  { path: '/willkommen', as: 'lukas.sommer', intents: ['interests'] },
  { path: '/konto?index', as: 'lukas.sommer', intents: ['rename', 'interests'] },
  { path: '/konto/schulen', as: 'lukas.sommer', intents: ['request', 'end', 'restore'] },
  { path: '/konto/passwort', as: 'lukas.sommer' },
  { path: '/konto/geraete', as: 'lukas.sommer', intents: ['end'] },
  { path: '/konto/darstellung', as: 'lukas.sommer' },
  { path: '/plg/neu', as: 'lukas.sommer' },
  {
    path: PLG,
    as: 'lukas.sommer',
    intents: ['join', 'request', 'withdraw', 'accept', 'decline', 'return'],
  },
  { path: `${PLG}?index`, as: 'sabine.krueger', intents: ['assign', 'endFacilitation'] },
  {
    path: `${PLG}/mitglieder`,
    as: 'meike.thomas',
    intents: [
      'acceptRequest',
      'declineRequest',
      'invite',
      'cancelInvitation',
      'remove',
      'restore',
      'makeLead',
      'makeMember',
    ],
  },
  { path: `${PLG}/einstellungen`, as: 'meike.thomas', intents: ['edit', 'phase', 'close'] },
  { path: `${PLG}/diskussion/neu`, as: 'meike.thomas' },
  { path: `${PLG}/diskussion`, as: 'meike.thomas', intents: ['restoreTopic'] },
  {
    path: `${PLG}/diskussion/1-bruchrechnen-mit-dem-ipad`,
    as: 'meike.thomas',
    intents: ['write', 'deletePost', 'restorePost', 'markRead', 'markUnread', 'thanks', 'will_try'],
  },
  {
    path: `${PLG}/diskussion/1-bruchrechnen-mit-dem-ipad/beitrag/1/bearbeiten`,
    as: 'meike.thomas',
  },
  { path: '/schulen/gesamtschule-rheinblick/plgs', as: 'petra.wolff' },
  {
    path: '/schulen/gesamtschule-rheinblick/personen',
    as: 'petra.wolff',
    intents: ['confirm', 'refuse', 'give', 'end', 'restore'],
  },
  { path: '/benachrichtigungen', as: 'meike.thomas', intents: ['open', 'read'] },
  { path: '/moderation?index', as: 'sabine.krueger' },
  { path: '/moderation/barrieren', as: 'sabine.krueger' },
  {
    path: `/verwaltung/personen/${NOBODY}`,
    as: 'operator',
    intents: ['give', 'take', 'deactivate'],
  },
  { path: '/verwaltung/schulen', as: 'operator', intents: ['confirm', 'dismiss', 'reopen'] },
  { path: '/verwaltung/schulen/import', as: 'operator', intents: ['review', 'apply'] },
  { path: '/verwaltung/schulen/ggs-kranweg', as: 'operator', intents: ['edit', 'giveBack'] },
]

/** What people mistype and what nobody types by accident. */
const FILLS: Record<string, Record<string, string>> = {
  nothing: {},
  'odd values': {
    email: '@@',
    title: 'x'.repeat(5_000),
    body: '\u0000\u202e',
    plgId: '1 or 1=1',
    id: '../../etc/passwd',
    post: '-1',
    upTo: '99999999999999999999',
    membershipId: '{}',
    memberId: 'null',
    clientKey: 'x',
    role: 'operator',
    school: '__proto__',
    schoolId: NOBODY,
    decision: 'perhaps',
    consent: 'maybe',
    joining: 'secret',
    phase: 'closed',
    theme: 'pink',
    password: 'p'.repeat(2_000),
  },
  'names that are none': { 'a[99999999]': 'x', 'b.c.d': 'y' },
  'one field too much': { isAdmin: 'true' },
}

const ENGLISH = /Invalid (input|type|option|string)|expected \w+, received|Required|must contain/

async function send(request: APIRequestContext, path: string, form: Record<string, string>) {
  const answer = await request.post(path, { form, headers: { origin: ORIGIN }, maxRedirects: 0 })
  return { status: answer.status(), text: await answer.text() }
}

for (const { path, as: person, intents = [''] } of FORMS)
  test(`bad input at ${path} is refused in German and never ends in 500`, async ({
    as,
    asVisitor,
  }) => {
    const page = person ? await as(person) : await asVisitor()
    for (const intent of [...intents, ...(intents[0] ? ['constructor'] : [])])
      for (const [what, fields] of Object.entries(FILLS)) {
        const form = intent ? { ...fields, intent } : fields
        const { status, text } = await send(page.request, path, form)
        expect(status, `${intent} with ${what}`).toBeLessThan(500)
        expect(text, `${intent} with ${what}`).not.toMatch(ENGLISH)
        if (status === 422)
          expect(text, `${intent} with ${what}`).toMatch(
            /role="alert"|Bitte|nicht|abgelaufen|benutzt/,
          )
      }
    expect((await page.request.get('/healthz')).status()).toBe(200)
  })

test('made-up addresses are answered, none with 500', async ({ as }) => {
  test.setTimeout(120_000)
  const page = await as('tobias.hansen')
  const odd = [
    "'",
    '"',
    '0',
    '-1',
    'null',
    'NaN',
    NOBODY,
    '%F0%9F%A6%86',
    'x'.repeat(300),
    '..',
    '{}',
    '1;drop',
  ]
  const places = [
    '/schulen/',
    '/plg/',
    `${PLG}/diskussion/`,
    '/verwaltung/personen/',
    '/melden/post/',
    '/anmelden/link/',
  ]
  for (const place of places)
    for (const name of odd)
      for (const tail of ['', '.data']) {
        const answer = await page.request.get(`${place}${encodeURI(name)}${tail}`, {
          maxRedirects: 0,
        })
        expect(answer.status(), place + name + tail).toBeLessThan(500)
      }
})
