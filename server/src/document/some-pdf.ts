import { deflateSync } from 'node:zlib'

type Parts = {
  /** What stands before it, and in its second line: its own places still lead where they should. */
  before?: string
  remark?: string
  /** Entries of the catalogue, besides what every one has. */
  catalogue?: string
  /** Further objects, written out. */
  objects?: readonly (string | Buffer)[]
  /** Entries of the trailer. */
  trailer?: string
}

const bytes = (part: string | Buffer): Buffer =>
  typeof part === 'string' ? Buffer.from(part, 'latin1') : part

/** A PDF of one empty page that readers open, with what a test puts into it. */
export function somePdf({
  before = '',
  remark = '\u00e2\u00e3\u00cf\u00d3',
  catalogue = '',
  objects = [],
  trailer = '',
}: Parts = {}): Buffer {
  const body = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>',
    ...objects,
  ]
  let file = bytes(`${before}%PDF-1.7\n%${remark}\n`)
  const starts = body.map((object, i) => {
    const start = file.length
    file = Buffer.concat([file, bytes(`${i + 1} 0 obj\n`), bytes(object), bytes('\nendobj\n')])
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = body.length + 1
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, bytes(tail)])
}

/** A stream that is packed, with what describes it besides. */
export function packedStream(said: string, content: string | Buffer): Buffer {
  const packed = deflateSync(bytes(content))
  return Buffer.concat([
    bytes(`<< ${said} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    bytes('\nendstream'),
  ])
}
