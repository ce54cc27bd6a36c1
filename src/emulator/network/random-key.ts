import { guidOf } from '../clock.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A pre-shared key that Azure makes up. */
export function randomKey(seed: string, length: number): string {
  return Array.from({ length }, (_, index) => {
    const [word = '0'] = guidOf(`${seed}:${index}`).split('-')
    return LETTERS[Number.parseInt(word, 16) % LETTERS.length]
  }).join('')
}
