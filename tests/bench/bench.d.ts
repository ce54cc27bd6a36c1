interface Window {
  /** What observe.mjs leaves in the page. */
  hubBench: {
    firstRow(): number | undefined
    visit(): { firstPaint: number | undefined; firstRow: number; longestTask: number; layoutShift: number }
    click(): Promise<number | undefined>
  }
}
