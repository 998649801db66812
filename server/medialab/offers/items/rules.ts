import { ITEM_LIMITS } from './contract.ts'

/** 22, 23, … 29, 32, …: numbers without the digits that look like letters. */
export function unitNumbers(count: number): string[] {
  const numbers: string[] = []
  for (let number = 22; numbers.length < Math.min(count, ITEM_LIMITS.parts); number++)
    if (!/[01]/.test(String(number))) numbers.push(String(number))
  return numbers
}

/** "Kamera", or "Kamera 1", "Kamera 2" of several. */
export const labelOf = (label: string, at: number, amount: number): string =>
  label === '' || amount === 1 ? label : `${label} ${at + 1}`
