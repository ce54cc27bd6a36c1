/** `09:06` in the browser's zone; the day too where it is another. */
export function timeOf(at: number, now = new Date()): string {
  const then = new Date(at)
  const time = then.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (then.toDateString() === now.toDateString()) return time
  return `${then.toLocaleDateString([], { day: 'numeric', month: 'short', year: 'numeric' })}, ${time}`
}
