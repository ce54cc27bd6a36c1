import styles from './Palette.module.css'

/** Text with the first place of each wanted word marked. */
export function Marked({ text, wanted }: { text: string; wanted: string }) {
  return (
    <>
      {parts(text, wanted).map(({ at, part, marked }) =>
        marked ? (
          <mark key={at} className={styles.mark}>
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </>
  )
}

function parts(text: string, wanted: string): { at: number; part: string; marked: boolean }[] {
  const words = wanted
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return [{ at: 0, part: text, marked: false }]
  let at = 0
  return text.split(new RegExp(`(${words.join('|')})`, 'i')).map((part, index) => {
    const start = at
    at += part.length
    return { at: start * 2 + (index % 2), part, marked: index % 2 === 1 }
  })
}
