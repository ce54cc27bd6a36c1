/** "Instance 0" of `RouteServiceRole_IN_0`, as the answers about BGP peers of a hub are keyed; what is named otherwise stays as it is. */
export function instanceWords(role: string): string {
  const [, number] = /_IN_(\d+)$/i.exec(role) ?? []
  return number === undefined ? role : `Instance ${number}`
}
