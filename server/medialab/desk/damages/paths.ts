import { paths } from '../../paths.ts'

export const damagePath = (number: number) => `${paths.damages()}/${number}`
export const damageFile = (state: string) =>
  `${paths.damages()}/datei${state === '' ? '' : `?stand=${state}`}`
