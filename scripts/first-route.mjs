/**
 * The modules that the first page needs and src/main.tsx loads with `import()`. A name that matches no module is
 * passed over, so that a part can be renamed or come later; the bundle budget prints what it found.
 */
export const firstRoute = ['src/app/app.tsx', 'src/azure/network-sdk.ts', 'src/features/hub/hub-route.tsx']

/**
 * What Azure needs before the session is there and the demo never: one file for all of it, so that it is asked for as
 * soon as config.json says so. The frame in which MSAL renews a sign-in loads the first of these and nothing else.
 */
export const onAzure = [
  { name: 'answer-frame', modules: ['src/azure/sign-in/answer-frame.ts'] },
  { name: 'sign-in', modules: ['src/app/setup.ts', 'src/azure/sign-in/open-session.ts'] },
]

/**
 * Writes `modulepreload` into index.html for the chunks of these modules and what they import statically, so that they
 * are fetched at once instead of one after the other. The one style sheet goes to the end of the body: the static frame
 * is painted without it, and scripts wait for it all the same.
 *
 * @param {string[]} modules paths from the project's root
 * @returns {import('vite').Plugin}
 */
export function preloadFirstRoute(modules) {
  let base = '/'
  return {
    name: 'preload-first-route',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, chunk: entry }) {
        const scripts = new Set()
        const add = (/** @type {string} */ file) => {
          const chunk = bundle[file]
          if (chunk?.type !== 'chunk' || scripts.has(file)) return
          scripts.add(file)
          chunk.imports.forEach(add)
        }
        for (const [file, chunk] of Object.entries(bundle)) {
          if (chunk.type !== 'chunk') continue
          const ids = chunk.moduleIds.map((id) => id.replaceAll('\\', '/'))
          if (modules.some((module) => ids.some((id) => id.endsWith(`/${module}`)))) add(file)
        }
        if (entry !== undefined) scripts.delete(entry.fileName)
        const absent = (/** @type {string} */ file) => !html.includes(`"${base}${file}"`)
        const tags = [...scripts]
          .filter(absent)
          .map((file) => tag({ rel: 'modulepreload', crossorigin: true, href: base + file }))
        return { html: sheetLast(html), tags }
      },
    },
  }
}

const SHEET = /\s*<link rel="stylesheet"[^>]*>/

/** @param {string} html */
function sheetLast(html) {
  const [link = ''] = SHEET.exec(html) ?? []
  return html.replace(SHEET, '').replace('</body>', `${link.trim()}\n  </body>`)
}

/**
 * @param {Record<string, string | boolean>} attrs
 * @returns {import('vite').HtmlTagDescriptor}
 */
function tag(attrs) {
  return { tag: 'link', attrs, injectTo: 'head' }
}
