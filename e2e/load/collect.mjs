// Loaded into the measured server before its own code: a signal makes it collect its garbage, so
// that memory is compared in the same state, and note what lives. Costs nothing until then.
import fs from 'node:fs'
import path from 'node:path'
import v8 from 'node:v8'
import vm from 'node:vm'

v8.setFlagsFromString('--expose-gc')
const collect = vm.runInNewContext('gc')
const note = path.join(process.env.DATA_DIR ?? '', 'heap.txt')
process.on('SIGUSR2', () => {
  collect()
  fs.writeFileSync(note, String(process.memoryUsage().heapUsed))
})
