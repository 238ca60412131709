import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { packedStream, somePdf } from './some-pdf.ts'

const refused = (bytes: Buffer) => readDocument(bytes).refused
const acting = (entry: string) => somePdf({ catalogue: entry })
const objects = (content: string) => packedStream('/Type /ObjStm /N 1 /First 4', content)
const holding = (...all: (string | Buffer)[]) => somePdf({ objects: all })
const stored = (said: string, content: string) =>
  `<< ${said} /Length ${content.length} >>\nstream\n${content}\nendstream`

describe('a PDF', () => {
  it.each([
    ['of one page', somePdf()],
    [
      'with links, a form and a title',
      acting('/AcroForm << /Fields [] >> /URI << /Base (https://a.example) >>'),
    ],
    ['with packed objects', holding(objects('4 0 << /Type /Annot /Subtype /Link >>'))],
    ['with a page that is packed', holding(packedStream('', 'BT (Hello) Tj ET'))],
    ['with a picture that looks like anything', holding(packedStream('/Subtype /Image', '/JavaScript'))],
    [
      'with a page that is packed in two ways',
      holding(stored('/Filter [/ASCII85Decode /FlateDecode]', 'Gar8O~>')),
    ],
    ['that was changed and saved again', Buffer.concat([somePdf(), Buffer.from('\r\n\0\0')])],
  ])('is taken as it is: %s', (_name, bytes) => {
    expect(readDocument(bytes)).toEqual({ type: 'pdf', bytes, refused: null })
  })

  it.each([
    ['with a script', acting('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    [
      'with a script whose name is written in numbers',
      acting('/OpenAction << /S /#4aava#53cript /JS (x) >>'),
    ],
    ['that starts a program', acting('/OpenAction << /S /Launch /F (cmd.exe) >>')],
    ['that sends its form', acting('/AA << /WC << /S /SubmitForm /F (https://a.example) >> >>')],
    ['that fetches a file elsewhere', acting('/OpenAction << /S /GoToR /F (\\\\a.example\\x) >>')],
    ['that plays something', acting('/OpenAction << /S /Rendition /OP 0 >>')],
    ['with a form that is a program', acting('/AcroForm << /XFA 4 0 R >>')],
    ['with a script in its packed objects', holding(objects('4 0 << /S /JavaScript /JS (x) >>'))],
    [
      'with a script in its packed objects, named in numbers',
      holding(packedStream('/Type /Obj#53tm /N 1 /First 4', '4 0 << /S /JavaScr#69pt >>')),
    ],
    [
      'with a script in objects that say not what they are',
      holding(packedStream('', '<< /S /JavaScript >>')),
    ],
    [
      'with a script in objects that call themselves a picture',
      holding(packedStream('/Subtype /Image /N 1 /First 4', '4 0 << /S /Launch >>')),
    ],
  ])('that does something by itself is not: %s', (_name, bytes) => {
    expect(refused(bytes)).toBe('document-active')
  })

  it.each([
    ['listed', acting('/Names << /EmbeddedFiles << /Names [] >> >>')],
    ['as a stream', holding(stored('/Type /EmbeddedFile', 'MZ'))],
    ['by a note on a page', holding('<< /Subtype /FileAttachment /FS 5 0 R >>')],
    ['by its shortest name', holding('<< /F (a.exe) /EF % why\n << /F 5 0 R >> >>')],
    ['by reference', holding('<< /F (a.exe) /EF 7 0 R >>')],
  ])('that carries other files is not: %s', (_name, bytes) => {
    expect(refused(bytes)).toBe('document-holds-files')
  })

  it('that is locked is not', () => {
    expect(refused(somePdf({ trailer: '/Encrypt 5 0 R' }))).toBe('document-locked')
    expect(refused(somePdf({ trailer: '/#45ncrypt << /Filter /Standard >>' }))).toBe('document-locked')
  })

  it.each([
    [
      'objects that are packed in a way that is not read here',
      holding(stored('/Type /ObjStm /Filter /LZWDecode', 'x')),
    ],
    [
      'objects under a second packing',
      holding(packedStream('/Type /ObjStm /DecodeParms << /Predictor 12 >>', 'x')),
    ],
    [
      'objects that are damaged',
      holding(stored('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', 'x\u009c')),
    ],
    ['objects that unfold to fill a memory', holding(objects(' '.repeat(5_000_000)))],
    [
      'pages that unfold to fill a memory',
      holding(...Array.from({ length: 12 }, () => packedStream('', ' '.repeat(3_000_000)))),
    ],
  ])('is not taken on trust: %s', (_name, bytes) => {
    expect(refused(bytes)).toBe('document-unknown')
  })
})

describe('what is no PDF and no photograph', () => {
  const pdf = somePdf()
  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a page that begins as a PDF', Buffer.from('%PDF-1.7\n<html><script>alert(1)</script></html>')],
    ['a drawing that can run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a PDF with a page before it', somePdf({ before: '<html>' })],
    ['a PDF with a page in its first lines', somePdf({ remark: '<script>alert(1)</script>' })],
    ['a PDF with a program before it', somePdf({ before: 'MZ\u0090\u0000' })],
    ['a PDF with an archive behind it', Buffer.concat([pdf, Buffer.from('PK\u0003\u0004 and more')])],
    ['a PDF within an archive', holding(stored('', 'PK\u0005\u0006 of another file'))],
    ['a PDF that breaks off', pdf.subarray(0, pdf.length - 30)],
    [
      'a PDF whose end leads nowhere',
      Buffer.from(pdf.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'),
    ],
    ['nothing', Buffer.alloc(0)],
    ['a picture of another kind', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')],
  ])('is not taken: %s', (_name, bytes) => {
    expect(refused(bytes)).toBe('document-unknown')
  })
})
