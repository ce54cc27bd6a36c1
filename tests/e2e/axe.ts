import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect } from './fixtures.ts'

/** Where something floats over a page that was looked at before, "dialog" looks at that alone, which takes less time. */
type Part = 'page' | 'dialog'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * Looks at the page with every rule that axe has in force by itself (WCAG A and AA, and its best practices) in light, and in dark
 * with the rules that depend on colours. The shade that the page wears comes first: to draw it anew takes as long as a look.
 */
export async function axeLightAndDark(page: Page, part: Part = 'page') {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  for (const colorScheme of isDark ? SHADES.toReversed() : SHADES) {
    await page.emulateMedia({ colorScheme })
    const rules = colorScheme === 'dark' ? COLOUR_RULES : undefined
    await test.step(colorScheme, async () =>
      expect.soft(await axeFindings(page, part, rules), 'axe finds nothing').toEqual([]),
    )
  }
}

const SHADES = ['light', 'dark'] as const

/**
 * What axe finds, with `rules` alone where they are given. The page lives on while it is looked at: what is wrong with it is
 * found a second time too, what was on its way is not.
 */
export async function axeFindings(page: Page, part: Part, rules?: string[]): Promise<string[]> {
  await settled(page)
  if ((await look(page, part, rules)).length === 0) return []
  await settled(page)
  return look(page, part, rules)
}

/**
 * Axe's own package for Playwright puts axe into the page anew each time and brings back all that was looked at, megabytes of
 * it: both take several times as long as looking.
 */
async function look(page: Page, part: Part, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${SOURCE};undefined`)
  return page.evaluate(
    async ({ include, runOnly }) => {
      const { axe: axeOfPage } = window as unknown as { axe: typeof axe }
      const { violations } = await axeOfPage.run(
        // Fluent's focus keepers are hidden, and take the focus only to hand it on at once.
        { ...(include && { include: [include] }), exclude: ['[data-tabster-dummy]'] },
        { resultTypes: ['violations'], ...(runOnly && { runOnly }) },
      )
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map(({ html, target, any }) => `    ${String(target)} ${html} ${any.map(({ message }) => message).join()}`).join('\n')}`,
      )
    },
    { include: part === 'dialog' ? ':is([role=dialog], dialog[open])' : undefined, runOnly: rules },
  )
}

/**
 * Until all is read, the page wears the shade that is asked for, and no colour is on its way to another. The frame of
 * index.html wears it at once, by CSS; what React draws follows when it is drawn, on a busy machine much later, and what moves
 * begins only then.
 */
async function settled(page: Page): Promise<void> {
  const unsettled = await page.evaluate(async (patience) => {
    const until = performance.now() + patience
    // One look may fall between two movements.
    let calm = 0
    while (calm < 2) {
      await new Promise(requestAnimationFrame)
      const left = [...undrawn(), ...beingRead(), ...ending()]
      calm = left.length === 0 ? calm + 1 : 0
      if (calm === 0 && performance.now() > until) return left
    }
    return []

    function undrawn() {
      const ground = (element: Element) => getComputedStyle(element).backgroundColor
      const [drawn, asked] = [document.querySelector('.fui-FluentProvider > *'), ground(document.body)]
      return drawn && ground(drawn) !== asked ? [`drawn on ${ground(drawn)}, asked for is ${asked}`] : []
    }

    function beingRead() {
      return [...document.querySelectorAll('[aria-busy=true]')].map(
        ({ className }) => `being read: ${className}`,
      )
    }

    function ending() {
      // What ended and keeps its last look is among them.
      const running = document.getAnimations().filter(({ playState }) => playState === 'running')
      return running
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ effect }) => `moving: ${effect instanceof KeyframeEffect ? effect.target?.className : ''}`)
    }
  }, 20_000)
  expect(unsettled, 'the page comes to rest').toEqual([])
}
