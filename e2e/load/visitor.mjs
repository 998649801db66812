// A process of its own that visits pages, so that its work is not counted as the platform's.
// Gets { port, requests, connections, count } and answers { times, faults, refusals } once all are through.
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import zlib from 'node:zlib'

const inflate = { br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync }

process.on('message', (round) => {
  visitAll(round).then(
    (result) => process.send(result),
    (error) => process.send({ times: [], faults: [String(error)] }),
  )
})

/**
 * `count` requests in turn out of `requests`, as many at once as there are connections. With a `rate` so many begin
 * each second, whether those before have been answered or not.
 */
async function visitAll({ port, requests, connections, count, offset = 0, rate }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  const faults = []
  let refusals = 0
  let next = 0
  const visit = async () => {
    const request = requests[(offset + next++) % requests.length]
    const began = performance.now()
    const answer = await send(agent, port, request)
    times.push(performance.now() - began)
    if (answer.status === request.refused) refusals += 1
    const fault = faultIn(answer, request)
    if (fault) faults.push(fault)
  }
  const lane = async () => {
    while (next < count && faults.length < 5) await visit()
  }
  const paced = async (_, at) => {
    await sleep((at * 1000) / rate)
    await visit()
  }
  await Promise.all(
    rate ? Array.from({ length: count }, paced) : Array.from({ length: connections }, lane),
  )
  agent.destroy()
  return { times, faults, refusals }
}

function send(agent, port, { path, cookie, form }) {
  const body = form && new URLSearchParams(form).toString()
  const headers = {
    host: `localhost:${port}`,
    accept: 'text/html',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'de',
    'user-agent': 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
    ...(cookie && { cookie }),
    ...(body && {
      origin: `http://localhost:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }),
  }
  const method = body ? 'POST' : 'GET'
  return new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port, path, method, headers }
    const request = http.request(options, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({ ...pick(answer), bytes: Buffer.concat(chunks) }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

const pick = ({ statusCode, headers }) => ({ status: statusCode, headers })

/** An error page is no page view. Where many want the same, `refused` is an answer, too, with what is `expected` in it. */
function faultIn({ status, headers, bytes }, { path, form, expected, refused, placed = 303 }) {
  const isRefused = status === refused
  const wanted = form ? placed : 200
  if (status !== wanted && !isRefused) return `${path}: ${status} statt ${wanted}`
  if (!expected || (refused && !isRefused)) return null
  const unpack = inflate[headers['content-encoding']] ?? ((plain) => plain)
  return unpack(bytes).toString('utf8').includes(expected) ? null : `${path}: ohne „${expected}“`
}
