import { createHash } from 'node:crypto'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO, TAILSPIN } from './people.ts'

test('flow', async ({ page, azure, request }) => {
  const verifier = 'x'.repeat(50)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const q = (o: object) =>
    new URLSearchParams({
      client_id: azure.config.clientId,
      response_type: 'code',
      redirect_uri: `${azure.app}/`,
      scope: 'https://management.azure.com/.default openid profile offline_access',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 's',
      response_mode: 'fragment',
      client_info: '1',
      ...o,
    })
  await page.goto(`${azure.authority}/${CONTOSO.tenantId}/v2.0/auth?${q({ prompt: 'select_account' })}`)
  await page.getByRole('button', { name: ALEX.name }).click()
  await page.waitForURL(/#/)
  console.log(page.url())
  const code = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('code')!
  const token = await request.post(`${azure.authority}/${CONTOSO.tenantId}/v2.0/token`, {
    form: {
      client_id: azure.config.clientId,
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${azure.app}/`,
    },
    headers: { Origin: azure.app },
  })
  console.log(token.status(), token.headers(), await token.text())
  const t = await token.json()
  for (const p of [t.access_token, t.id_token])
    console.log(Buffer.from(p.split('.')[1], 'base64url').toString())
  const list = await request.get(`${azure.arm}/subscriptions?api-version=2022-12-01`, {
    headers: { Authorization: `Bearer ${t.access_token}` },
  })
  console.log(list.status(), (await list.text()).slice(0, 200))
  const list2 = await request.get(`${azure.arm}/subscriptions?api-version=2022-12-01`, {
    headers: { Authorization: `Bearer ${t.access_token.slice(0, -3)}abc` },
  })
  console.log(list2.status())
  for (const tenant of [CONTOSO, TAILSPIN])
    for (const extra of [
      {},
      {
        claims: `{"access_token":{"nbf":{"essential":true,"value":"${Math.floor(Date.now() / 1000) + 1}"}}}`,
      },
    ]) {
      const r = await request.post(`${azure.authority}/${tenant.tenantId}/v2.0/token`, {
        form: {
          client_id: azure.config.clientId,
          grant_type: 'refresh_token',
          refresh_token: t.refresh_token,
          scope: 'https://management.azure.com/.default openid profile offline_access',
          ...extra,
        },
      })
      const b = await r.json()
      console.log(
        r.status(),
        b.error,
        b.access_token && Buffer.from(b.access_token.split('.')[1], 'base64url').toString(),
      )
    }
  await page.goto(
    `${azure.authority}/${CONTOSO.tenantId}/v2.0/auth?${q({ claims: `{"access_token":{"nbf":{"essential":true,"value":"${Math.floor(Date.now() / 1000) + 1}"}}}` })}`,
  )
  console.log(await page.locator('body').innerText())
  await page.getByRole('button', { name: ALEX.name }).click()
  await page.waitForURL(/#/)
  console.log(page.url())
  await page.goto(`${azure.authority}/${CONTOSO.tenantId}/v2.0/auth?${q({ prompt: 'none' })}`)
  console.log(page.url())
  await page.goto(
    `${azure.authority}/${CONTOSO.tenantId}/v2.0/session/end?${new URLSearchParams({ id_token_hint: t.id_token, post_logout_redirect_uri: `${azure.app}/` })}`,
  )
  await page.waitForURL(`${azure.app}/`)
  console.log(page.url(), azure.tokens)
})
