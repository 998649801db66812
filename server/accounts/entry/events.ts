import { event } from '#server/platform/bus.ts'

/** Somebody typed this address to get in by mail; whether it is known is found out later, by the job. */
export const signInLinkAsked = event<{ email: string; next: string }>('accounts.sign-in-link-asked')
export const resetAsked = event<{ email: string }>('accounts.reset-asked')
