import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../policy.ts'
import { districtWords, operationWords, schoolFormWords } from '../words.ts'
import { DUISBURG, type ImportSummary, type SchoolLine } from './contract.ts'
import { readDistricts, readRegister, type Register } from './inputs.ts'
import { type Plan, planOf, type WantedSchool } from './rules.ts'
import * as sql from './sql.ts'

/** A register as it came, with or without the second file. */
export type RegisterFiles = { register: Uint8Array; districts: Uint8Array | null }

/**
 * Reads the files and compares them with what is known. Changes nothing.
 *
 * @throws Refusal with one German sentence that names the line
 */
export async function comparison(files: RegisterFiles, municipality: string) {
  const register = readRegister(files.register, municipality)
  const districts = files.districts && readDistricts(files.districts)
  const [known, takenSlugs] = await Promise.all([sql.listKnown(), sql.listSlugs()])
  const plan = planOf({ known, takenSlugs, incoming: register.schools, districts })
  return { plan, summary: summaryOf(register, plan) }
}

function summaryOf(register: Register, plan: Plan): ImportSummary {
  const count = (operation: string) =>
    register.schools.filter((school) => school.operation === operation).length
  return {
    rowsRead: register.rowsRead,
    inOperation: count('open'),
    closing: count('closing'),
    notSchools: register.notSchools,
    created: plan.created.map(lineOf),
    changed: plan.changed.map(({ school, changes }) => ({
      schoolNumber: school.schoolNumber,
      name: school.name,
      changes,
    })),
    unchanged: plan.unchanged,
    missing: plan.missing.map(({ schoolNumber, name, street }) => ({
      schoolNumber,
      name,
      note: street,
    })),
    hints: register.hints,
  }
}

function lineOf(school: WantedSchool): SchoolLine {
  const district = districtWords[school.district as keyof typeof districtWords]
  const facts = [
    schoolFormWords[school.schoolForm],
    district,
    school.street,
    school.operation === 'open' ? undefined : operationWords[school.operation],
  ]
  return {
    schoolNumber: school.schoolNumber,
    name: school.name,
    note: facts.filter(Boolean).join(', '),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The page of the import: the file under review with all it would change, when there is one. */
export async function importPageFor(actor: Actor, uploadId: string | null) {
  authorize(may.administrate, actor, undefined)
  const upload =
    uploadId !== null && UUID.test(uploadId) ? await sql.findUpload(uploadId) : undefined
  if (!upload) return { review: null, isGone: uploadId !== null }
  const files = { register: upload.content, districts: upload.districts }
  const { summary } = await comparison(files, DUISBURG)
  const { id, fileName, fileHash, uploadedAt } = upload
  const withDistricts = upload.districts !== null
  return {
    isGone: false,
    review: { id, fileName, fileHash, uploadedAt, withDistricts, summary },
  }
}
