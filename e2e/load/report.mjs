// The figures as a table for people and as a file for whoever compares.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../platform.mjs'
import { FIGURES } from './targets.mjs'

const file = path.join(root, 'test-results', 'bench.json')

/** @param {Record<string, number>} measured */
export function reportOf(measured, faults) {
  return {
    date: new Date().toISOString(),
    machine: machine(),
    figures: Object.entries(FIGURES)
      .filter(([id]) => Number.isFinite(measured[id]))
      .map(([id, figure]) => ({
        id,
        label: figure.label,
        unit: figure.unit,
        measured: Number(measured[id].toFixed(figure.digits ?? 1)),
        target: figure.target ?? null,
        aim: figure.aim ?? null,
        verdict: verdictOf(measured[id], figure),
      })),
    faults,
  }
}

const machine = () => ({
  cores: os.cpus().length,
  processor: os.cpus()[0]?.model ?? '',
  memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  system: `${os.platform()} ${os.release()}`,
  node: process.versions.node,
})

function verdictOf(value, { target, aim }) {
  if (target === undefined) return ''
  if (value > target) return 'over'
  return aim !== undefined && value <= aim ? 'aim' : 'ok'
}

const VERDICTS = { over: 'ÜBER', ok: 'ok', aim: 'gut', '': '' }

export function writeReport(report) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

/** @returns {string} the table, German as everything the platform says */
export function tableOf({ figures, machine: { cores, memoryGiB, system, node }, date }) {
  const rows = figures.map((figure) => [
    figure.label,
    number(figure.measured, figure.unit),
    number(figure.target),
    number(figure.aim),
    VERDICTS[figure.verdict],
  ])
  const all = [['Was', 'gemessen', 'höchstens', 'gewünscht', ''], ...rows]
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
      )
      .join('  '),
  )
  const day = new Date(date).toLocaleString('de-DE')
  return [
    `${cores} Kerne, ${memoryGiB} GiB, ${system}, Node ${node}, ${day}`,
    '',
    lines[0],
    '-'.repeat(lines[0].length),
    ...lines.slice(1),
    '',
    `Dasselbe als JSON: ${path.relative(root, file)}`,
  ].join('\n')
}

const number = (value, unit = '') =>
  value === null ? '' : `${String(value).replace('.', ',')}${unit && ` ${unit}`}`
