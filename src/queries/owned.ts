/**
 * The name under which the browser keeps something that tells of an estate. What is kept of an account bears the account, so
 * that nobody is shown what another one left.
 * @param owner the account's id; `undefined` in the demo, whose estate is nobody's
 */
export function ownedName(name: string, owner: string | undefined): string {
  return owner === undefined ? `hub.${name}` : `hub/${encodeURIComponent(owner)}/${name}`
}
