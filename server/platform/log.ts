import { createHmac } from 'node:crypto'
import pino from 'pino'
import { secretFor } from './secrets.ts'
import { settings } from './env.ts'

/** Structured lines in UTC. Facts only: never bodies, tokens, addresses or names of persons. */
export const log = pino({
  level: 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      'password',
      'token',
      'email',
      'cookie',
      'authorization',
      '*.password',
      '*.token',
      '*.email',
      '*.cookie',
    ],
    censor: '[entfernt]',
  },
})

export function applyLogLevel(): void {
  log.level = settings().logLevel
}

/** A stable stand-in for a person's id or address in logs; without the secret it leads nowhere. */
export function pseudonym(value: string): string {
  return createHmac('sha256', secretFor('pseudonym')).update(value).digest('base64url').slice(0, 16)
}
