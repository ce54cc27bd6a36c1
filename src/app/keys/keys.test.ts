import { describe, expect, it } from 'vitest'
import { createKeyReader } from './keys.ts'

function press(key: string, with_: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...with_ }
}

describe('createKeyReader', () => {
  it('reads single keys and sequences', () => {
    const read = createKeyReader()
    expect(read(press('/'), false, 0)).toBe('search')
    expect(read(press('g'), false, 1)).toBeUndefined()
    expect(read(press('h'), false, 200)).toBe('hub')
    expect(read(press('h'), false, 300)).toBeUndefined()
    expect(read(press('g'), false, 400)).toBeUndefined()
    expect(read(press('r'), false, 500)).toBe('resources')
    expect(read(press('r'), false, 600)).toBe('refresh')
    expect(read(press('g'), false, 700)).toBeUndefined()
    expect(read(press('o'), false, 800)).toBe('operations')
  })

  it('forgets the first key of a sequence after a while', () => {
    const read = createKeyReader()
    expect(read(press('g'), false, 0)).toBeUndefined()
    expect(read(press('h'), false, 5_000)).toBeUndefined()
  })

  it('leaves letters alone while typing and with modifiers, but not the palette', () => {
    const read = createKeyReader()
    expect(read(press('r'), true, 0)).toBeUndefined()
    expect(read(press('r', { ctrlKey: true }), false, 0)).toBeUndefined()
    expect(read(press('?', { altKey: true }), false, 0)).toBeUndefined()
    expect(read(press('k', { ctrlKey: true }), true, 0)).toBe('palette')
    expect(read(press('K', { metaKey: true }), false, 0)).toBe('palette')
    expect(read(press('k', { ctrlKey: true, altKey: true }), false, 0)).toBeUndefined()
  })
})
