import type { Person, Tenant } from './people.ts'

/** The pages of the sign-in: plain, of this server alone, each a form that a person answers by a button. */
function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,"><h1>${title}</h1>${body}</html>`
}

function button(name: string, value: string, text: string): string {
  return `<p><button name="${name}" value="${value}">${text}</button></p>`
}

export function picker(tenant: Tenant, people: readonly Person[]): string {
  const buttons = people.map(({ objectId, name }) => button('person', objectId, name))
  return page(`Sign in to ${tenant.displayName}`, `<form method="post">${buttons.join('')}</form>`)
}

export function consent(mayAccept: boolean): string {
  const form = `<form method="post">${mayAccept ? button('consent', 'yes', 'Accept') : ''}${button('consent', 'no', mayAccept ? 'Cancel' : 'Return to the application without granting consent')}</form>`
  return page(mayAccept ? 'Permissions requested' : 'Need admin approval', form)
}

/** As at Entra, what says that a person is not of this directory leads nowhere. */
export function notHere(person: Person, tenant: Tenant): string {
  return page(
    'Sorry, but we’re having trouble with signing you in',
    `<p>AADSTS50020: User account ${person.username} does not exist in tenant ${tenant.displayName}.</p>`,
  )
}

export function failure(what: string): string {
  return page('Something went wrong', `<p>${what.replaceAll('<', '&lt;')}</p>`)
}
