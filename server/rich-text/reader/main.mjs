// Reads what may be hostile or take long, in a thread of its own: started by ../reader.ts, which ends it when it
// takes too long or too much. Plain JavaScript with npm packages only, as a thread needs a file and the build is one.
import { parentPort } from 'node:worker_threads'

const TASKS = {
  parse: async (text) => (await import('./markdown.mjs')).parse(text),
  stringify: async (tree) => (await import('./markdown.mjs')).stringify(tree),
  word: async (bytes) => (await import('./word.mjs')).readWord(bytes),
  pdf: async (bytes) => (await import('./pdf.mjs')).readPdf(bytes),
}

parentPort.on('message', async ({ task, given }) => {
  try {
    parentPort.postMessage({ answer: await TASKS[task](given) })
  } catch (error) {
    parentPort.postMessage({ refused: error?.refused ?? 'broken', detail: String(error?.message) })
  }
})
