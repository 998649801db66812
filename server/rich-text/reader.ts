import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { fewAtOnce } from '#server/platform/few-at-once.ts'

/** The server's folder is its working directory, in the build as in tests (main.mjs). */
const THREAD = path.resolve('server/rich-text/reader/main.mjs')
const IDLE_FOR = 20_000

/** The thread had to be ended: it took too long or too much memory, or died of what it read. */
export class ReaderGaveUp extends Error {
  override name = 'ReaderGaveUp'
}

/** The thread says no; `reason` is one of the words of reader/word.mjs. */
export class ReaderRefused extends Error {
  override name = 'ReaderRefused'
  constructor(
    readonly reason: string,
    detail: string,
  ) {
    super(detail)
  }
}

type Limits = {
  running: number
  waiting: number
  seconds: number
  megabytes: number
  /** May what was read before have left something behind? Then each piece gets a new thread. */
  isFreshEachTime: boolean
}
type Task = 'parse' | 'stringify' | 'word' | 'pdf'
type Answer = { answer: unknown } | { refused: string; detail: string }

/**
 * Work on foreign data in threads beside the server: what happens there stops nobody else.
 *
 * @throws ReaderRefused, ReaderGaveUp, Busy from each piece of work
 */
export function readerWith({ running, waiting, seconds, megabytes, isFreshEachTime }: Limits) {
  const takeTurn = fewAtOnce(running, waiting)
  const idle = new Map<Worker, NodeJS.Timeout>()

  const open = () => {
    for (const [worker, timer] of idle) {
      clearTimeout(timer)
      idle.delete(worker)
      return worker
    }
    const worker = new Worker(THREAD, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // Settings hold secrets, and flags of ours are none of its business.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    worker.on('error', () => idle.delete(worker))
    return worker
  }

  const rest = (worker: Worker) => {
    worker.unref()
    if (isFreshEachTime) return void worker.terminate()
    const timer = setTimeout(() => {
      idle.delete(worker)
      void worker.terminate()
    }, IDLE_FOR)
    idle.set(worker, timer.unref())
  }

  return (task: Task, given: unknown): Promise<unknown> =>
    takeTurn(async () => {
      const worker = open()
      const said = await ask(worker, { task, given }, seconds).catch((error: unknown) => {
        void worker.terminate()
        throw error
      })
      rest(worker)
      if ('refused' in said) throw new ReaderRefused(said.refused, said.detail)
      return said.answer
    })
}

function ask(worker: Worker, question: object, seconds: number): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const giveUp = (why: string) => () => done(() => reject(new ReaderGaveUp(why)))
    const timer = setTimeout(giveUp('took too long'), seconds * 1000)
    const onError = (error: Error) => giveUp(error.message)()
    const onExit = giveUp('ended')
    const onMessage = (answer: Answer) => done(() => resolve(answer))
    const done = (end: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      end()
    }
    worker.ref()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(question)
  })
}
