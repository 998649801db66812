// Loaded into the measured server before its own code: a signal makes it collect its garbage, so
// that memory is compared in the same state. Costs nothing until then.
import v8 from 'node:v8'
import vm from 'node:vm'

v8.setFlagsFromString('--expose-gc')
const collect = vm.runInNewContext('gc')
process.on('SIGUSR2', () => collect())
