/** Boxes of a picture have fixed heights, so that each line's ends are known before anything is drawn. */
export const BOX = 46
const GAP = 12

/** `tall` from top to bottom; `wide` from left to right, where there is room, else from top to bottom. */
export type Shape = 'tall' | 'wide'
/** How lines run. */
export type Run = 'across' | 'down'

/** Of a wide picture both are drawn, and the style shows the one that its boxes stand for. */
export function runs(shape: Shape): readonly Run[] {
  return shape === 'wide' ? ['across', 'down'] : ['down']
}

/** The height of boxes below each other. */
export function rows(count: number): number {
  return count * BOX + Math.max(count - 1, 0) * GAP
}

/** Of the nth box, from the top of the first. */
export function middle(nth: number): number {
  return nth * (BOX + GAP) + BOX / 2
}

/** A line across, from one height to another. */
export function level(from: number, to: number): string {
  return `M0 ${from} C50 ${from} 50 ${to} 100 ${to}`
}

/** A line down, from one place to another, in hundredths of the width. */
export function upright(from: number, to: number): string {
  return `M${from} 0 C${from} 50 ${to} 50 ${to} 100`
}
