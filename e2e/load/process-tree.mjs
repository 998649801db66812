// What a process and everything below it has used, read from /proc. Linux only.
import fs from 'node:fs'

export const isMeasurable = process.platform === 'linux'

/** USER_HZ: whatever the kernel counts in, programs are told hundredths. */
const TICKS_PER_SECOND = 100

/** The fields of /proc/PID/stat behind the name, which may hold blanks itself. */
function statOf(pid) {
  try {
    const line = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    // utime and stime of its own, cutime and cstime of children that have ended.
    return { pid, parent: Number(fields[1]), ticks: sum(fields.slice(11, 15).map(Number)) }
  } catch {
    return null
  }
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

/** The living processes below `roots`, the roots among them. PostgreSQL's backends come and go. */
function tree(roots) {
  const all = fs.readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []))
  const living = all.filter(Boolean).map((stat) => ({ ...stat, pid: Number(stat.pid) }))
  const inside = new Set(roots)
  for (let before = -1; before !== inside.size;) {
    before = inside.size
    for (const { pid, parent } of living) if (inside.has(parent)) inside.add(pid)
  }
  return living.filter(({ pid }) => inside.has(pid))
}

/** @returns {number} milliseconds of CPU: what runs now, and what has ended below it */
export function cpuOf(roots) {
  return (sum(tree(roots).map(({ ticks }) => ticks)) * 1000) / TICKS_PER_SECOND
}

/** @returns {number} KiB in memory of one process */
export function memoryOf(pid) {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(status.match(/^VmRSS:\s+(\d+) kB$/m)?.[1])
}

/** @returns {number} files a process may have open; Node raises its own limit to this one */
export function mostOpenFiles() {
  const line = fs.readFileSync('/proc/self/limits', 'utf8').match(/^Max open files\s+\S+\s+(\S+)/m)
  return line?.[1] === 'unlimited' ? 1_000_000 : Number(line?.[1] ?? 1024)
}
