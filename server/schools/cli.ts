import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { CliCommand } from '#server/platform/area.ts'
import { Refusal } from '#server/platform/errors.ts'
import { importFromCommandLine, type NamedFiles } from './register/commands.ts'
import { DUISBURG, type ImportSummary, LARGEST_FILE } from './register/contract.ts'
import { comparison } from './register/views.ts'
import { figuresOf, fileWords, schoolsOf, wordOfField, wordOfValue } from './register/words.ts'

const USAGE =
  'Aufruf: npm run schools:import -- DATEI [--dry-run] [--districts DATEI] [--municipality 05112000]'
const WRONG_CALL = 2
const REFUSED = 1

/** `npm run schools:import -- FILE`: shows what changes, and changes it unless it is a dry run. */
export const importSchools: CliCommand = async (args, print) => {
  const call = callFrom(args)
  if (!call) {
    print(USAGE)
    return WRONG_CALL
  }
  try {
    const files = await filesOf(call)
    const summary = call.isDryRun
      ? (await comparison(files, call.municipality)).summary
      : await importFromCommandLine(files, call.municipality)
    for (const line of linesOf(summary)) print(line)
    print(call.isDryRun ? 'Probelauf: Es wurde nichts geändert.' : 'Der Import ist abgeschlossen.')
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const where = error.field === 'districts' ? 'Stadtbezirke: ' : ''
    print(`${where}${error.message}`)
    print('Es wurde nichts geändert.')
    return REFUSED
  }
}

type Call = { file: string; districts: string | undefined; municipality: string; isDryRun: boolean }

function callFrom(args: string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        districts: { type: 'string' },
        municipality: { type: 'string', default: DUISBURG },
      },
    })
    const [file] = positionals
    if (!file || positionals.length > 1 || !/^\d{8}$/.test(values.municipality)) return null
    return {
      file,
      districts: values.districts,
      municipality: values.municipality,
      isDryRun: values['dry-run'],
    }
  } catch {
    return null
  }
}

async function filesOf(call: Call): Promise<NamedFiles> {
  return {
    fileName: basename(call.file),
    register: await contentOf(call.file, 'file'),
    districts: call.districts === undefined ? null : await contentOf(call.districts, 'districts'),
  }
}

async function contentOf(file: string, field: string): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    if (size > LARGEST_FILE) throw new Refusal(fileWords.tooLarge, field)
    return await readFile(file)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`Die Datei ${file} kann nicht gelesen werden. Gibt es sie?`, field)
  }
}

function linesOf(summary: ImportSummary): string[] {
  const { created, changed, missing } = summary
  const figures = {
    created: created.length,
    changed: changed.length,
    unchanged: summary.unchanged,
    missing: missing.length,
  }
  return [
    ...created.map((school) => `neu        ${school.schoolNumber} ${school.name} (${school.note})`),
    ...changed.flatMap(({ schoolNumber, name, changes }) => [
      `geändert   ${schoolNumber} ${name}`,
      ...changes.map(
        ({ field, before, after }) =>
          `             ${wordOfField(field)}: ${wordOfValue(field, before)} → ${wordOfValue(field, after)}`,
      ),
    ]),
    ...missing.map(
      (school) =>
        `fehlt      ${school.schoolNumber} ${school.name} (Schließung vorgeschlagen, in der Verwaltung bestätigen)`,
    ),
    ...summary.hints,
    `Gelesen: ${summary.rowsRead} Zeilen. In der Stadt: ${schoolsOf(summary)}. Keine Schulen (Schulamt, Seminare): ${summary.notSchools}.`,
    `${figuresOf(figures)}.`,
  ]
}
