// The database is away for a while: whoever writes is told so in German, keeps the words, and sends
// them again afterwards.
import { decode } from './browser.mjs'
import { seeded } from './random.mjs'
import { takeAway, untilWell } from './outage.mjs'
import { forgetLimits, openTopics } from './world.mjs'

export async function checkAway(world, report) {
  const { platform } = world
  await forgetLimits(world)
  const [topic] = await openTopics(world, 'Datenbank weg')
  const browser = await world.browserOf(topic.who)
  const words = 'Was ich getippt habe, <b>während</b> die Datenbank weg war & blieb.'
  const fields = { intent: 'write', clientKey: seeded(1, topic.title).uuid(), body: words }
  const back = await takeAway(platform)
  const answers = []
  for (let count = 0; count < 3; count++) answers.push(await browser.post(topic.address, fields))
  const [health, ready] = await Promise.all(
    ['/healthz', '/readyz'].map((address) => fetch(platform.origin + address)),
  )
  report.check('Datenbank weg: ein Beitrag wird auf Deutsch mit 503 beantwortet, in 5 s', [
    ...answers.flatMap(({ status, ms, html }) => tellTrouble(status, ms, html)),
    ...(health.status === 200 ? [] : [`healthz ${health.status}`]),
    ...(ready.status === 503 ? [] : [`readyz ${ready.status}`]),
  ])
  report.check('Datenbank weg: das Getippte steht auf der Seite, ohne JavaScript', [
    ...(answers.every(({ html }) => decode(html).includes(words)) ? [] : ['es fehlt']),
  ])
  const began = performance.now()
  back()
  const ms = await untilWell(platform, began)
  const again = await browser.post(topic.address, fields)
  const rows = await world.rows('select from posts where client_key = $1', [fields.clientKey])
  report.check('Datenbank wieder da: in 15 s geht es weiter, und der Beitrag steht einmal da', [
    ...(ms > 15_000 ? [`${Math.round(ms)} ms`] : []),
    ...(again.status === 303 ? [] : [`Antwort ${again.status}`]),
    ...(rows.length === 1 ? [] : [`${rows.length}-mal`]),
  ])
}

/** What is wrong with an answer while nothing can be written. */
export function tellTrouble(status, ms, html) {
  const problems = []
  if (status !== 503) problems.push(`Antwort ${status}`)
  if (ms > 5_000) problems.push(`erst nach ${Math.round(ms)} ms`)
  if (!/nicht erreichbar|überlastet/.test(html)) problems.push('kein deutscher Satz')
  if (/ECONNREFUSED|at async|postgres/i.test(html)) problems.push('Inneres auf der Seite')
  return problems
}
