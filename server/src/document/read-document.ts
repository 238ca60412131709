import {
  cleanJpeg,
  type DocumentRefusal,
  type DocumentType,
  type Inflate,
  PICTURE_LIMITS,
  pdfFault,
  type PdfFault,
} from '@dorsal/care'
import { constants, inflateSync } from 'node:zlib'

/** A file that may be kept, or why it may not. */
export type ReadFile = { type: DocumentType; bytes: Buffer; refused: null } | { refused: DocumentRefusal }

const REFUSED: Readonly<Record<PdfFault, DocumentRefusal>> = {
  'no-pdf': 'document-unknown',
  locked: 'document-locked',
  active: 'document-active',
  'holds-files': 'document-holds-files',
}

const inflate: Inflate = (bytes, most) => {
  try {
    const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }
    return inflateSync(bytes, options).toString('latin1')
  } catch {
    return null
  }
}

/** Reads a file by its content, whatever it is called: a PDF that does nothing by itself as it is, a photograph written anew. */
export function readDocument(bytes: Buffer): ReadFile {
  const photograph = cleanJpeg(bytes, PICTURE_LIMITS.side)
  if (photograph !== null) return { type: 'jpeg', bytes: Buffer.from(photograph.bytes), refused: null }
  const fault = pdfFault(bytes, inflate)
  return fault === null ? { type: 'pdf', bytes, refused: null } : { refused: REFUSED[fault] }
}
