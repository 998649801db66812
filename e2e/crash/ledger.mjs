// What was sent and what came back: the promises the platform has made.
import { judge } from './browser.mjs'

/** @typedef {ReturnType<typeof aLedger>} Ledger */

export function aLedger() {
  const ledger = {
    /** @type {any[]} */
    entries: [],
    /** Forms sent, repeated ones too. */
    writes: 0,
    acknowledged: 0,
    /** Answers that must not happen, e.g. a 500. */
    odd: [],
    judged(entry, answer) {
      const outcome = judge(answer)
      if (outcome === 'acknowledged') ledger.acknowledged++
      if (outcome === 'odd') ledger.odd.push(tell(entry, answer))
      return outcome
    },
    of: (kind, outcome) =>
      ledger.entries.filter(
        (entry) => entry.kind === kind && (!outcome || entry.outcome === outcome),
      ),
  }
  return ledger
}

function tell({ kind, who }, { status, html, location }) {
  const words = html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return `${kind} von ${who}: ${status} ${location} ${words.slice(0, 160)}`
}
