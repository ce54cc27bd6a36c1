import { expect, test } from './fixtures.ts'

test('the shipped policy stops what the app never does', async ({ page, guard }) => {
  guard.allow(/security policy|Trusted(Script|HTML)|example\.com/i, 'what is tried here is to be stopped')
  await page.goto('/resources')
  await expect(page.getByRole('grid')).toBeVisible()

  const directives = ['connect-src', 'form-action', 'frame-src', 'img-src', 'worker-src']
  const { refused, stopped, title } = await page.evaluate(async (directives) => {
    const stopped = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      stopped.add(effectiveDirective),
    )
    // What a test evaluates may evaluate text itself: a later turn of the page may not.
    await new Promise((resolve) => setTimeout(resolve))

    const attempts: Record<string, () => unknown> = {
      'text becomes code': () => Reflect.construct(Function, ['return 1']),
      'text becomes markup': () => (document.createElement('p').innerHTML = '<b>text</b>'),
      'text becomes a script': () => document.head.append(script("document.title = 'taken'")),
      'a worker of another host': () => new Worker('https://example.com/worker.js'),
      'a request to another host': () => fetch('https://example.com/'),
    }
    const refused: string[] = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt()
      } catch {
        refused.push(name)
      }
    }

    // These fail without an exception.
    new Image().src = 'https://example.com/pixel.png'
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    const form = document.createElement('form')
    document.body.append(frame, form)
    form.submit()
    new Worker(URL.createObjectURL(new Blob([''])))
    const until = Date.now() + 20_000
    while (directives.some((directive) => !stopped.has(directive)) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 100))
    return { refused, stopped: [...stopped], title: document.title }

    function script(text: string) {
      const element = document.createElement('script')
      element.text = text
      return element
    }
  }, directives)

  expect(refused).toEqual([
    'text becomes code',
    'text becomes markup',
    'text becomes a script',
    'a worker of another host',
    'a request to another host',
  ])
  expect(stopped).toEqual(expect.arrayContaining(directives))
  expect(title).toMatch(/^All resources/)
})

test('every address answers by the shipped rules, with the shipped headers', async ({ request }) => {
  const answers = [
    ['/', 200, 'text/html', 'no-cache'],
    ['/resource/subscriptions/0/branch-01.js', 200, 'text/html', 'no-cache'],
    ['/resource/config.json', 200, 'text/html', 'no-cache'],
    ['/config.json', 200, 'application/json', undefined],
    ['/assets/none.js', 404, 'text/plain', 'no-cache'],
  ] as const
  for (const [path, status, type, cache] of answers) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(status)
    const headers = answer.headers()
    expect(headers['content-type'], path).toContain(type)
    if (cache) expect(headers['cache-control'], path).toBe(cache)
    expect(headers['content-security-policy'], path).toContain(
      "default-src 'none'; script-src 'self' 'sha256-",
    )
    expect(headers['x-content-type-options'], path).toBe('nosniff')
  }
})
