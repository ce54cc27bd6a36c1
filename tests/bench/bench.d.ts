interface Window {
  /** What large.mjs leaves in the page. */
  hubLarge: {
    ask(question: object): Promise<unknown>
    longestTask(): number
    keystroke(): Promise<number>
    scroll(frames: number, pixels: number): Promise<number>
    requests(paths: string[]): Promise<number>
  }
  /** What observe.mjs leaves in the page. */
  hubBench: {
    firstRow(): number | undefined
    visit(): { firstPaint: number | undefined; firstRow: number; longestTask: number; layoutShift: number }
    scripts(): { path: string; at: number }[]
    click(): Promise<number | undefined>
  }
}
