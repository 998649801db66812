import { paths } from '../../paths.ts'

export const damagePath = (number: number) => `${paths.damages()}/${number}`
export const damageFile = (state: string) =>
  `${paths.damages()}/datei${state === '' ? '' : `?stand=${state}`}`

/** The number of a damage in an address; 0 is none. */
export const damageNumberIn = (name = '') => (/^[1-9]\d{0,8}$/.test(name) ? Number(name) : 0)
