import type { VersionKind } from './contract.ts'

export const words = {
  missingName: 'Bitte geben Sie dem Stand einen Namen.',
  staleForm: 'Dieses Formular wurde schon verwendet. Bitte laden Sie die Seite neu.',
  brokenNow:
    'Der Text enthält gerade etwas, das hier nicht gesichert werden kann. Bitte stellen Sie einen früheren Stand wieder her.',
  unreadable:
    'Diese Version stammt aus einer früheren Fassung des Editors und kann hier nicht mehr gelesen werden.',
  alreadyThis: 'Im Dokument steht schon genau dieser Text.',
  notBroken: 'Der Text ist schon wieder in Ordnung.',
  nothingValid: 'Es gibt keinen früheren Stand, der wiederhergestellt werden kann.',
  present: 'Jetziger Stand',
  tickTwo: (ticked: number) =>
    ticked === 0
      ? 'Bitte kreuzen Sie zwei Stände an.'
      : `Bitte kreuzen Sie genau zwei Stände an. Sie haben ${ticked} angekreuzt.`,
}

/** Why a version is there that nobody saved. */
export const kindWords: Record<Exclude<VersionKind, 'named'>, string> = {
  before_restore: 'Von selbst gesichert, bevor ein anderer Stand wiederhergestellt wurde',
  before_import: 'Von selbst gesichert, bevor ein Text übernommen wurde',
}
