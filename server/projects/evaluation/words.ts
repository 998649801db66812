import type { Evaluation, EvidenceKind } from './contract.ts'

export const evidenceNames: Record<EvidenceKind, string> = {
  pupil_work_anonymous: 'Arbeiten von Lernenden, ohne Namen',
  survey_aggregate: 'Umfrage, zusammengefasst',
  test_aggregate: 'Test, zusammengefasst',
  observation: 'Beobachtung',
  teacher_log: 'Notizen der Lehrkraft',
}

/** The questions of the form and of the page; the first three go back to the questions of DuFour. */
export const evaluationQuestions = {
  whoLearned: 'Wer hat gelernt, was gelernt werden sollte?',
  whoDidNot: 'Wer nicht, und was tun Sie für diese Lernenden?',
  forThoseWhoCould: 'Was tun Sie für Lernende, die es schon konnten?',
  costBenefit: 'Stehen Aufwand und Nutzen im Verhältnis?',
  equipmentInsight: 'Was wissen Sie jetzt über die Geräte?',
  softwareInsight: 'Was wissen Sie jetzt über die Software?',
} as const

/** An evaluation as plain text, for comparing two of them. */
export function plainEvaluation(evaluation: Evaluation): string {
  const answers = (
    Object.keys(evaluationQuestions) as (keyof typeof evaluationQuestions)[]
  ).flatMap((key) => (evaluation[key] ? [`${evaluationQuestions[key]}\n${evaluation[key]}`] : []))
  const evidence = evaluation.evidence.map(({ kind, text }) => `${evidenceNames[kind]}\n${text}`)
  return [...answers, ...evidence].join('\n\n')
}
