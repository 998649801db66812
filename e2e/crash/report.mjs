// Named checks and the figures of a run. A check passes when it found nothing wrong.

export function aReport() {
  const checks = []
  const figures = { rounds: 0, writes: 0, acknowledged: 0, unknown: 0, lost: 0, doubled: 0 }
  return {
    checks,
    /** @type {Record<string, number | string>} */
    figures,
    /** @param {string[]} problems what is wrong; the first ones are printed */
    check(name, problems) {
      checks.push({ name, passed: problems.length === 0, problems })
      console.log(`${problems.length === 0 ? 'ok    ' : 'FEHLER'} ${name}`)
      for (const problem of problems.slice(0, 8)) console.log(`         ${problem.slice(0, 300)}`)
      if (problems.length > 8) console.log(`         … und ${problems.length - 8} weitere`)
    },
    /** A gap that is known and told: named in the output, and not counted as long as it is open. */
    known(name, problems) {
      if (problems.length === 0) this.check(name, problems)
      else console.log(`offen  ${name}: ${problems[0]}`)
    },
    skip: (name, why) => console.log(`ausgelassen: ${name} – ${why}`),
    add(name, count) {
      figures[name] = (figures[name] ?? 0) + count
    },
    worst(name, value) {
      figures[name] = Math.max(figures[name] ?? 0, Math.round(value))
    },
    count: () => ({
      passed: checks.filter(({ passed }) => passed).length,
      failed: checks.filter(({ passed }) => !passed).length,
    }),
  }
}
