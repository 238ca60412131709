/** How a sheet is set on paper: sizes of type in points, columns, and the width of an exercise's three pictures in mm. */
export type PaperSize = { columns: number; name: number; dose: number; stop: number; figure: number }

/** From the largest down; the first that fits on one page is taken. Below the last it is not large type any more: then two pages. */
const SIZES: readonly [PaperSize, ...PaperSize[]] = [
  { columns: 2, name: 20, dose: 18, stop: 15, figure: 84 },
  { columns: 2, name: 18, dose: 16, stop: 14, figure: 72 },
  { columns: 2, name: 16, dose: 15, stop: 13, figure: 60 },
  { columns: 3, name: 15, dose: 14, stop: 12.5, figure: 58 },
  { columns: 3, name: 14, dose: 13, stop: 12, figure: 54 },
  { columns: 3, name: 13, dose: 12.5, stop: 12, figure: 45 },
  { columns: 3, name: 13, dose: 12, stop: 11.5, figure: 36 },
]

/** What can be printed on of a page as wide as A4 and as high as Letter, in mm: the estimate below is careful by about 20 mm. */
const WIDE = 190
const HIGH = 270
const MM = 25.4 / 72
/** Breadth of a letter against its size in a wide typeface, with what is lost at the ends of lines. */
const LETTER = 0.57

const linesOf = (letters: number, wide: number, points: number): number =>
  Math.max(1, Math.ceil((letters * LETTER * points * MM) / wide))

const high = (letters: number, wide: number, points: number): number =>
  linesOf(letters, wide, points) * points * MM * 1.17

/** The QR code in mm, and the words with it in points. */
const CODE_HIGH = 34
const CODE_WORDS = 11

export type OnPaper = {
  items: readonly { name: string; dose: string }[]
  stop: readonly string[]
  /** What stands beside the code; null where there is none. */
  code: string | null
}

/** Over how many columns the code goes: what the last row leaves, or a row of its own. */
export const codeSpan = (exercises: number, columns: number): number => columns - (exercises % columns)

/** The code takes the rest of the last row, its words below it where that is one column, else beside it. */
function addCode(rows: number[], words: string, span: number, column: number): void {
  const own = CODE_HIGH + (span === 1 ? high(words.length, column, CODE_WORDS) : 0)
  const shared = span < Math.round(WIDE / column)
  rows.push(Math.max(own, shared ? (rows.pop() ?? 0) : 0))
}

/** About how high it all is in mm, set like this. */
function highOf({ items, stop, code }: OnPaper, size: PaperSize): number {
  const column = (WIDE - (size.columns - 1) * 5) / size.columns
  const places = items.map(
    ({ name, dose }) =>
      high(name.length + 3, column, size.name) + high(dose.length, column, size.dose) + size.figure / 3,
  )
  const rows = Array.from({ length: Math.ceil(places.length / size.columns) }, (_, row) =>
    Math.max(...places.slice(row * size.columns, (row + 1) * size.columns)),
  )
  if (code !== null) addCode(rows, code, codeSpan(places.length, size.columns), column)
  const head = 28
  const boxes = 13 + 2 * size.name * MM * 1.2
  return (
    head +
    rows.reduce((sum, row) => sum + row + 3, 0) +
    boxes +
    stop.reduce((sum, line) => sum + high(line.length, WIDE - 14, size.stop), 0)
  )
}

/** The largest type in which all of it stands on one page of A4 or Letter; the smallest that is still large where it does not. */
export function paperSize(given: OnPaper): PaperSize {
  return SIZES.find((size) => highOf(given, size) <= HIGH) ?? SIZES.at(-1) ?? SIZES[0]
}
