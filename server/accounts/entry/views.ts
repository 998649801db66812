import { peekToken } from '#server/auth/tokens.ts'

/** Does this link still work? Looking does not use it up. */
export async function linkState(
  token: string,
  purpose: 'sign_in' | 'reset_password',
): Promise<{ isUsable: boolean }> {
  return { isUsable: (await peekToken(token, purpose)) !== undefined }
}
