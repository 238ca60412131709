/** Why a PDF is not taken: it is none or is damaged, is locked, would do something by itself, or carries other files. */
export type PdfFault = 'no-pdf' | 'locked' | 'active' | 'holds-files'

/**
 * Unpacks a stream of at most so many bytes, as a text with one letter for each byte; null: it is not packed so, or is larger. Given by
 * who reads, since unpacking is no rule of care.
 */
export type Inflate = (bytes: Uint8Array, most: number) => string | null

/** Names by which a PDF says what it would do. A name may be written in numbers; it is read after those are letters again. */
const FORBIDDEN: readonly (readonly [RegExp, PdfFault])[] = [
  [/\/Encrypt[\s<\d]/, 'locked'],
  [
    /\/(JavaScript|Launch|RichMedia|SubmitForm|ImportData|Rendition|GoToE|GoToR|XFA)(?![A-Za-z0-9])/,
    'active',
  ],
  [/\/(EmbeddedFiles?|FileAttachment)(?![A-Za-z0-9])/, 'holds-files'],
  [/\/EF(?:\s|%[^\r\n]*[\r\n])*(<<|\d+\s+\d+\s+R)/, 'holds-files'],
]
/** Other kinds of packing, under which objects could not be read here. For pictures and pages they are common. */
const OTHER_PACKING =
  /\/(LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL|Crypt|DecodeParms)\b/
/** What begins like a page of the web, where a browser would look for one. */
const PAGE = /<\s*(!doctype|html|script|svg|body|iframe|head)\b/i
/** The end of an archive: with one in its last part the file is a ZIP as well. */
const ARCHIVE = 'PK\u0005\u0006'
const ARCHIVE_REACH = 66_000
/** Bytes that are unpacked of one stream and of all of them: what unfolds to more is not read, and not taken where it holds objects. */
const MOST_OF_ONE = 4_000_000
const MOST_OF_ALL = 32_000_000
/** Letters before a stream in which its description stands. */
const DESCRIPTION = 2_000

const PIECE = 8192

/** One letter for each byte, so that a place in the text is a place in the file. */
function textOf(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  return pieces.join('')
}
const named = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function forbidden(text: string): PdfFault | null {
  const plain = named(text)
  return FORBIDDEN.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Whether it begins and ends as a PDF, with nothing before and nothing after, and is not another kind of file as well. */
function isWhole(text: string): boolean {
  if (!/^%PDF-[12]\.\d[\s]/.test(text) || PAGE.test(text.slice(0, 1024))) return false
  if (text.slice(-ARCHIVE_REACH).includes(ARCHIVE)) return false
  const start = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(text.slice(-1024))?.[1]
  return (
    start !== undefined &&
    /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(text.slice(Number(start), Number(start) + 40))
  )
}

/** Where the streams begin, each with what describes it. */
function* streamsOf(text: string): Generator<{ from: number; end: number; said: string }> {
  const begin = /\bstream(\r\n|\n|\r)/g
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const before = text.slice(Math.max(0, found.index - DESCRIPTION), found.index)
    const said = named(before.slice(before.lastIndexOf('endobj') + 1))
    const end = text.indexOf('endstream', begin.lastIndex)
    yield { from: begin.lastIndex, end: end < 0 ? text.length : end, said }
  }
}

/** What the packed parts say. Objects that cannot be read here are not taken on trust. */
function packedFault(bytes: Uint8Array, text: string, inflate: Inflate): PdfFault | null {
  let left = MOST_OF_ALL
  for (const { from, end, said } of streamsOf(text)) {
    const holdsObjects = /\/ObjStm\b/.test(said) || /\/First\b/.test(said)
    if (holdsObjects && OTHER_PACKING.test(said)) return 'no-pdf'
    if (!holdsObjects && /\/Image\b/.test(said)) continue
    const packed = /\/(FlateDecode|Fl)\b/.test(said) || (bytes[from] ?? 0) % 16 === 8
    if (!packed) continue
    // The word that ends a stream may stand within it by chance: the packing itself says where it ends.
    const unpacked = inflate(holdsObjects ? bytes.subarray(from) : bytes.subarray(from, end), MOST_OF_ONE)
    if (unpacked === null && holdsObjects) return 'no-pdf'
    if (unpacked === null) continue
    left -= unpacked.length
    const fault = left < 0 ? 'no-pdf' : forbidden(unpacked)
    if (fault !== null) return fault
  }
  return null
}

/**
 * Reads a PDF by its content, whatever it is called. Null: it begins and ends as one, is no other kind of file as well, and says nowhere,
 * also not in its packed objects, that it would run, open, send or fetch something, carries files, or is locked. A screen and no proof:
 * a document is besides never shown within our own pages, only handed over as a file. Total; throws nothing.
 */
export function pdfFault(bytes: Uint8Array, inflate: Inflate): PdfFault | null {
  const text = textOf(bytes)
  if (!isWhole(text)) return 'no-pdf'
  return forbidden(text) ?? packedFault(bytes, text, inflate)
}
