import { isSafeAddress } from '#server/rich-text/contract.ts'

/** Words that say nothing about where a link leads, alone. */
const EMPTY_WORDS = new Set(
  'hier,hier klicken,klick,klicken,link,dieser link,diesem link,mehr,weiter,weiterlesen,mehr lesen,mehr dazu,details,seite,webseite,website,download,datei,pdf'.split(
    ',',
  ),
)

/**
 * Completes an address as people type it: http becomes https, a name without either gets it, a mail address
 * its mailto.
 */
export function completeAddress(typed: string): string {
  const address = typed.trim()
  if (/^http:\/\//i.test(address)) return address.replace(/^http:/i, 'https:')
  if (/^(https:|mailto:|[/#])/i.test(address) || address === '') return address
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`
  if (/^[^\s/:@]+\.[^\s/:@]{2,}(?::\d+)?(?:[/?#]|$)/.test(address)) return `https://${address}`
  return address
}

/** What is wrong with an address, for the person who typed it; null when it can be used. */
export function addressProblem(typed: string): string | null {
  const address = completeAddress(typed)
  if (address === '') return 'Bitte geben Sie eine Adresse an.'
  if (isSafeAddress(address)) return null
  return 'Diese Adresse kann nicht verwendet werden. Möglich sind Webadressen (https://…), E-Mail-Adressen und Seiten von Lernen 25 (/…).'
}

/** A hint when the words alone do not tell where the link leads; it is no reason to refuse. */
export function wordsHint(words: string): string | null {
  const plain = words
    .trim()
    .toLowerCase()
    .replace(/[.…:>» ]+$/u, '')
  if (EMPTY_WORDS.has(plain))
    return `„${words.trim()}“ sagt nicht, wohin der Link führt. Besser ist ein Text wie „Anleitung zum Bruchrechnen (PDF)“.`
  if (/^(https?:\/\/|www\.)/.test(plain))
    return 'Eine Adresse als Text wird Zeichen für Zeichen vorgelesen. Besser ist, was dort zu finden ist.'
  return null
}
