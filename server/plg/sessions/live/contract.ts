export const RUN_ACTS = ['next', 'back', 'pause', 'resume', 'end'] as const
export type RunAct = (typeof RUN_ACTS)[number]
