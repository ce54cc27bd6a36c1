import { axeFindings, axeLightAndDark, COLOUR_RULES } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { idOf, pageOf } from './estate.ts'
import { list, openHub, openList, openResource, show } from './pages.ts'

// Each page is looked at twice, and looking takes a second or two.
test.slow()

test('what is wrong is found: on the page, in a dialog, in dark alone', async ({ page }) => {
  await page.setContent(`<html lang="en"><title>Planted</title><main><h1>Planted</h1>
    <style>p { color: #767676; background: #fff } @media (prefers-color-scheme: dark) { p { background: #777 } }</style>
    <p>Grey</p><input><div role="dialog" aria-label="Floats"><button></button></div></main>`)
  const ids = async (...how: Parameters<typeof axeFindings>) =>
    (await axeFindings(...how)).map((found) => found.split(':')[0])
  expect(await ids(page, 'page')).toEqual(['button-name', 'label'])
  expect(await ids(page, 'dialog')).toEqual(['button-name'])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ids(page, 'page', COLOUR_RULES)).toEqual(['color-contrast'])
})

test('colours are looked at when the page was drawn in them, however late that is', async ({ page }) => {
  // As on a busy machine: the frame is dark at once, what is drawn follows later, and its colours move only then.
  await page.setContent(`<html lang="en"><title>Planted</title><style>
      body { background: #ffffff } h1 { color: #424242 } .ground { background: #ffffff }
      .dark .ground { background: #1f1f1f } .dark h1 { color: #d6d6d6; transition: color 0.5s }
      @media (prefers-color-scheme: dark) { body { background: #1f1f1f } }
    </style><main class="fui-FluentProvider"><div class="ground"></div><h1>Planted</h1></main>`)
  await page.evaluate(() => {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) =>
      setTimeout(() => document.querySelector('main')?.classList.toggle('dark', matches), 500),
    )
  })
  await axeLightAndDark(page)
})

test('what the page was about to change when it was looked at is not wrong', async ({ page }) => {
  // As where reading ends between coming to rest and the look: what is enabled still wears its former colour.
  await page.setContent(`<html lang="en"><title>Planted</title><style>
      button { color: #424242; background: #ffffff; transition: color 0.5s } .off { color: #bdbdbd; transition: none }
    </style><main><h1>Planted</h1><button>Check again</button></main>`)
  await page.evaluate(() => {
    const button = document.querySelector('button')
    const { getComputedStyle } = window
    // When axe asks for its colour.
    window.getComputedStyle = (element, part) => {
      if (element === button) {
        window.getComputedStyle = getComputedStyle
        button.classList.add('off')
        button.getBoundingClientRect()
        button.classList.remove('off')
      }
      return getComputedStyle(element, part)
    }
  })
  await axeLightAndDark(page)
})

test('hub, list, grouped, filtered and with a reason open, and what floats over them', async ({ page }) => {
  await openHub(page)
  await axeLightAndDark(page)

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('weu')
  await expect(page.getByRole('option').first()).toBeVisible()
  await axeLightAndDark(page, 'dialog')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox')).toBeHidden()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await axeLightAndDark(page, 'dialog')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '3 subscriptions' }).click()
  await expect(page.getByRole('dialog', { name: 'Subscriptions' })).toBeVisible()
  await axeLightAndDark(page, 'dialog')
  await page.keyboard.press('Escape')

  await openList(page, '?groupBy=service')
  await axeLightAndDark(page)

  await list(page)
    .getByRole('button', { name: /^Down: / })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: /^Status of/ })).toBeVisible()
  await axeLightAndDark(page, 'dialog')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const filter = page.getByRole('dialog', { name: 'Add a filter' })
  await filter.getByRole('button', { name: 'Region' }).click()
  await filter.getByRole('checkbox', { name: /^North Europe/ }).check()
  await axeLightAndDark(page, 'dialog')
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox', { name: 'Filter the list' }).fill('nowhere')
  await expect(page.getByText('No resource matches all of this')).toBeVisible()
  await axeLightAndDark(page)

  await openHub(page)
  await page.getByRole('button', { name: 'Demo controls' }).click()
  const demo = page.getByRole('dialog', { name: 'Demo controls' })
  await demo.getByText('Speed of operations').click()
  await demo.getByText('Faults', { exact: true }).click()
  await demo.getByRole('radio', { name: /^empty/ }).click()
  await axeLightAndDark(page, 'dialog')

  await demo.getByRole('button', { name: 'Open empty' }).click()
  await expect(page.getByRole('heading', { name: 'Expected something here' })).toBeVisible()
  await axeLightAndDark(page)
})

test('resources of several kinds, JSON, addresses that lead nowhere, and choosing a solution', async ({
  page,
}) => {
  for (const name of ['cn-eus-to-branch-denver', 'er-ams-colt-1', 'vhub-weu-01']) {
    await test.step(name, async () => {
      await openResource(page, pageOf(name), name)
      await page.getByRole('button', { name: 'Show facts' }).click()
      await axeLightAndDark(page)
    })
  }
  await openResource(page, pageOf('er-ams-colt-1', 'json'), 'er-ams-colt-1')
  await axeLightAndDark(page)

  await show(page, '/resource/subscriptions/x/groups/vgw-weu-prod')
  await expect(page.getByRole('heading', { name: 'This is not the id of a resource' })).toBeVisible()
  await axeLightAndDark(page)

  await show(page, `/resource${idOf('vgw-weu-prod')}-2`)
  await expect(page.getByRole('heading', { name: 'vgw-weu-prod-2 was not found' })).toBeVisible()
  await axeLightAndDark(page)

  await show(page, '/nowhere')
  await expect(page.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible()
  await axeLightAndDark(page)

  await test.step('choosing a solution: nothing answered, all answered at once, everything ruled out', async () => {
    await show(page, '/choose')
    await expect(page.getByRole('heading', { name: 'Nothing is answered yet' })).toBeVisible()
    await page.getByText('4 use cases').click()
    await axeLightAndDark(page)

    await show(page, '/choose?peak=10g&demands=encryption&sites=1000&sites.n=420&users=500&w.cost=5&show=all')
    await expect(page.getByRole('heading', { name: /fits best$/ })).toBeVisible()
    await page.getByRole('textbox', { name: /^How much goes to Azure/ }).fill('1')
    await axeLightAndDark(page)

    await show(page, '/choose?internet=never&provider=none')
    await expect(page.getByRole('heading', { name: 'Nothing fits all of this' })).toBeVisible()
    await axeLightAndDark(page)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('hub, drawer, list and a resource', async ({ page }) => {
    await openHub(page)
    await axeLightAndDark(page)
    await page.getByRole('button', { name: 'Navigation' }).tap()
    await expect(page.getByRole('dialog', { name: 'Hybrid Connectivity Hub' })).toBeVisible()
    await axeLightAndDark(page)
    await page.keyboard.press('Escape')
    await openList(page, '?groupBy=verdict')
    await axeLightAndDark(page)
    await openResource(page, pageOf('vgw-weu-prod'), 'vgw-weu-prod')
    await axeLightAndDark(page)
  })
})

test('the form for tags, with what is wrong in it, and with somebody else’s change', async ({
  page,
  context,
}) => {
  const name = 'lng-gdansk'
  await openResource(page, pageOf(name), name)
  await page.getByRole('button', { name: 'Edit tags' }).click()
  const form = page.getByRole('dialog', { name: 'Edit the tags of lng-gdansk' })
  await form.getByRole('textbox', { name: 'Value of tag 1' }).fill('test')
  await form.getByRole('button', { name: 'Add tag' }).click()
  await form
    .getByRole('textbox', { name: /^Name of tag/ })
    .last()
    .fill('a/b')
  await expect(form.getByText('Azure takes no / in the name of a tag.')).toBeVisible()
  await axeLightAndDark(page, 'dialog')

  await form.getByRole('button', { name: 'Remove tag a/b' }).click()
  const other = await context.newPage()
  await openResource(other, pageOf(name), name)
  await other.getByRole('button', { name: 'Edit tags' }).click()
  await other.getByRole('textbox', { name: 'Value of tag 1' }).fill('stage')
  await other.getByRole('button', { name: 'Apply' }).click()
  await expect(other.getByText('The tags of lng-gdansk were changed.')).toBeVisible()
  await axeLightAndDark(other)

  // What another tab of this browser changed is known here without asking.
  await expect(form.getByText('The tags changed in Azure since this was opened')).toBeVisible()
  await axeLightAndDark(page, 'dialog')
})
