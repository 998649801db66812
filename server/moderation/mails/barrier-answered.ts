import type { Letter } from '#server/platform/mail.ts'

/** The answer to somebody who reported a barrier and left an address. */
export function barrierAnsweredLetter(
  address: string,
  barrier: { number: number; description: string; answer: string },
): Letter {
  return {
    to: { name: '', address },
    subject: `Antwort auf Ihre Meldung Nr. ${barrier.number} zur Barrierefreiheit`,
    text: [barrier.answer, `Ihre Meldung war:\n${barrier.description}`],
    link: { label: 'Erklärung zur Barrierefreiheit', path: '/barrierefreiheit' },
  }
}
