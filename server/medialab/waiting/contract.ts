export type WaitingState = 'waiting' | 'offered' | 'accepted' | 'declined' | 'expired' | 'left'

/** Of one person at once. */
export const MOST_OPEN = 10
/** Those who had none of it in so many months come before those who had (rule 15). */
export const FAIR_MONTHS = 12
