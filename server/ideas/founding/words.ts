import type { FittingReason } from './contract.ts'

/** Why a school is proposed, as one sees it without knowing any person. */
export function whyWords(reason: FittingReason): string {
  switch (reason.kind) {
    case 'alike':
      return `macht bei einer ähnlichen Idee mit: „${reason.title}“`
    case 'teaching':
      return reason.count === null
        ? 'mindestens eine Lehrkraft hat diese Fächer oder Jahrgänge im Profil'
        : `${reason.count} Lehrkräfte haben diese Fächer oder Jahrgänge im Profil`
    case 'form':
      return 'die Schulform passt'
  }
}

export const foundingWords = {
  invitation: (title: string) =>
    `Sie haben bei der Idee „${title}“ mitgemacht. Daraus ist diese Gruppe geworden.`,
}
