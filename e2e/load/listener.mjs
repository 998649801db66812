// A process of its own that keeps thousands of live lines open and notes when news arrived.
import { openLine } from './web-socket.mjs'

const AT_ONCE = 16
const lines = []
let ended = 0
/** What is waited for, and who has it. */
let watch = { what: '', count: 0, last: 0n }

const tasks = {
  /** Opens a line for each cookie. @returns how long each took, in ms */
  async connect({ port, cookies }) {
    const times = []
    await inTurn(cookies, async (cookie) => {
      const began = performance.now()
      const place = lines.length
      lines.push(null)
      const answers = []
      const line = await openLine({
        port,
        cookie,
        onNews: note,
        onAnswer: (text) => answers.shift()?.(text),
        onEnd: () => ended++,
      })
      times.push(performance.now() - began)
      lines[place] = { ...line, answers, cookie }
    })
    return { times }
  },
  /** Those of these cookies listen in a room. @returns how many were let in */
  async join({ cookies, room }) {
    const wanted = new Set(cookies)
    let joined = 0
    const those = lines.filter((line) => wanted.has(line.cookie))
    await inTurn(those, async (line) => {
      const answer = new Promise((resolve) => line.answers.push(resolve))
      line.say(`420["join",${JSON.stringify(room)}]`)
      if ((await answer).includes('"ok":true')) joined++
    })
    return { joined }
  },
  async watch({ what }) {
    watch = { what, count: 0, last: 0n }
    return {}
  },
  async report() {
    return { count: watch.count, last: String(watch.last), ended }
  },
  async hangUp() {
    await Promise.all(lines.splice(0).map((line) => line.destroy()))
    ended = 0
    return {}
  },
}

function note([name, news]) {
  if (name !== 'news' || `${news.kind}:${news.what}` !== watch.what) return
  watch.count++
  watch.last = process.hrtime.bigint()
}

async function inTurn(all, work) {
  let next = 0
  const lane = async () => {
    while (next < all.length) await work(all[next++])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

process.on('message', ({ task, ...given }) => {
  tasks[task](given).then(
    (answer) => process.send(answer),
    (error) => process.send({ error: String(error) }),
  )
})
