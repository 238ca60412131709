/** What keeps files from reaching inside, taken out one by one: what they are, what they are called, how they leave, and for whom. */
import { changed, type Guard } from './guards.ts'

const PDF = 'care/src/document/pdf.ts'
const NAME = 'care/src/document/file-name.ts'
const STORE = 'server/src/document/document.store.ts'
const ROUTES = 'server/src/document/document.routes.ts'
const SEND = 'server/src/http/send-file.ts'
const READ_TEST = 'server/src/document/read-document.test.ts'
const TEST = 'server/src/document/document.test.ts'
const NAME_TEST = 'care/src/document/file-name.test.ts'

type Row = readonly [id: string, what: string, edits: Record<string, string>, tests: readonly string[]]

const rows = (): readonly Row[] => [
  ['header', 'what stands before a PDF is not asked', changed(PDF, '/^%PDF-', '/%PDF-'), [READ_TEST]],
  [
    'page',
    'a page in the first lines is taken',
    changed(PDF, ' || PAGE.test(text.slice(0, 1024))', ''),
    [READ_TEST],
  ],
  [
    'archive',
    'an archive that is a PDF too is taken',
    changed(PDF, 'includes(ARCHIVE)) return false', 'includes(ARCHIVE)) return true'),
    [READ_TEST],
  ],
  ['end', 'what stands behind a PDF is not asked', changed(PDF, '%%EOF[\\s\\0]*$/', '%%EOF/'), [READ_TEST]],
  ['scripts', 'scripts are taken', changed(PDF, '/\\/(JavaScript|Launch|', '/\\/(Launch|'), [READ_TEST]],
  ['programs', 'what starts a program is taken', changed(PDF, '|Launch|', '|'), [READ_TEST]],
  [
    'files',
    'files within a file are taken',
    changed(PDF, 'EmbeddedFiles?|FileAttachment', 'FileAttachment'),
    [READ_TEST],
  ],
  ['locked', 'a locked PDF is taken', changed(PDF, '/\\/Encrypt[', '/\\/NoEncrypt['), [READ_TEST]],
  [
    'names in numbers',
    'a name that is written in numbers is not read',
    changed(PDF, 'const plain = named(text)', 'const plain = text'),
    [READ_TEST],
  ],
  [
    'packed',
    'packed objects are not looked into',
    changed(PDF, 'forbidden(text) ?? packedFault(bytes, text, inflate)', 'forbidden(text)'),
    [READ_TEST],
  ],
  [
    'on trust',
    'packed objects that cannot be read are taken',
    changed(PDF, "if (unpacked === null && holdsObjects) return 'no-pdf'", ''),
    [READ_TEST],
  ],
  [
    'second packing',
    'objects under a second packing are taken',
    changed(PDF, "if (holdsObjects && OTHER_PACKING.test(said)) return 'no-pdf'", ''),
    [READ_TEST],
  ],
  [
    'fills a memory',
    'what unfolds without end is read to its end',
    changed(PDF, "left < 0 ? 'no-pdf' : ", ''),
    [READ_TEST],
  ],
  ['folders', 'a name keeps its folders', changed(NAME, ".split(/[\\\\/]/).at(-1) ?? ''", ''), [NAME_TEST]],
  [
    'unseen letters',
    'a name keeps letters that are not seen',
    changed(NAME, ".replace(UNSEEN, '')", ''),
    [NAME_TEST],
  ],
  [
    'ending',
    'a name keeps the ending that it came with',
    changed(NAME, ".replace(/\\.[^.]*$/, '')", ''),
    [NAME_TEST],
  ],
  ['attachment', 'a document is shown within the page', changed(SEND, '`attachment; ', '`inline; '), [TEST]],
  ['sandbox', 'a document that is shown may run', changed(SEND, "'none'; sandbox; ", "'none'; "), [TEST]],
  [
    'own only',
    'a document of anybody is handed over',
    changed(
      STORE,
      "selectFrom('app.document').where('patient_id', '=', patientId)",
      "selectFrom('app.document').where('patient_id', 'is not', null)",
    ),
    [TEST],
  ],
  [
    'out of view',
    'what was taken out of view is handed over',
    changed(STORE, "of(tx, patientId).where('removed_at', 'is', null)", 'of(tx, patientId)'),
    [TEST],
  ],
  [
    'by its giver',
    'anybody takes a document out of view',
    changed(STORE, 'row === undefined || !isFrom(row, given.giver)', 'row === undefined'),
    [TEST],
  ],
  [
    'screened',
    'the words about a document are not screened',
    changed(ROUTES, 'screenTitle(body,', "screenTitle({ ...body, title: '' },"),
    [TEST],
  ],
  [
    'heard',
    'a danger is not heard where the file is refused',
    changed(ROUTES, 'if (refused !== null && taskId === null)', 'if (refused !== null)'),
    [TEST],
  ],
]

export const documentGuards = (): Guard[] =>
  rows().map(([id, what, edits, tests]) => ({ id: `document: ${id}`, what, edits, tests }))
