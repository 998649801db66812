import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { changing } from '../../editing/commands.ts'
import type { RemovablePart } from '../contract.ts'
import type { RestoreInput } from '../inputs.ts'
import * as uses from '../sql.ts'
import { partNames, words } from '../words.ts'
import * as sql from './sql.ts'

/** Puts back what was taken away within the last day. */
export function restorePart(
  actor: Actor,
  slug: string,
  { removal, isDocument }: RestoreInput,
): Promise<void> {
  return changing(actor, slug, 'software.uses-changed', async ({ id: productId }) => {
    if (isDocument) return [await documentBack(removal, productId)]
    const kept = await sql.findRemoved(removal, { productId, at: now() })
    if (!kept) throw new Refusal(words.tooLate)
    const after = placeFor(await uses.findAll(productId), kept)
    await sql.putBack(removal, kept.part)
    return [{ field: partNames[kept.part], before: '', after }]
  })
}

async function documentBack(id: string, productId: string) {
  const { kind, versionLabel, url } = existing(await uses.findReplaced(id, productId))
  await uses.replaceDocument(id, null)
  const after = [kind, versionLabel, url].filter(Boolean).join(', ')
  return { field: partNames.document, before: '', after }
}

type All = Awaited<ReturnType<typeof uses.findAll>>

/** What comes back, in words. @throws Refusal where its place is gone, or taken by another of this name */
function placeFor(all: All, { part, row }: sql.Kept): string {
  const textOf = (name: string) => (typeof row[name] === 'string' ? row[name] : '')
  const among = all.variants.flatMap((variant) => variant.uses)
  const hasVariant = all.variants.some(({ id }) => id === textOf('variant_id'))
  const use = among.find(({ id }) => id === textOf('scenario_id'))
  const refusal: Record<RemovablePart, string | false> = {
    variant: all.variants.some(({ name }) => name === textOf('name')) && words.nameTaken,
    use:
      (!hasVariant && words.noPlace) ||
      (among.some(({ label }) => label === textOf('label')) && words.labelTaken),
    subprocessor: !hasVariant && words.noPlace,
    data: !use && words.noPlace,
    seal: false,
  }
  if (refusal[part]) throw new Refusal(refusal[part])
  const said: Record<RemovablePart, string> = {
    variant: textOf('name'),
    use: textOf('label'),
    subprocessor: textOf('name'),
    data: `${use?.label ?? ''}: ${textOf('category')}`,
    seal: `${textOf('scheme')}: ${textOf('result')}`,
  }
  return said[part]
}
