import { DOCUMENT_LIMITS } from '@dorsal/care'
import { base64Of } from '../../lib/base64.ts'
import { photograph } from '../../lib/photograph.ts'

/** A file as it is sent: a PDF as it is, a picture drawn anew without where and when it was taken. */
export type ChosenFile = { name: string; data: string }

/** The file is too large to be sent, or none that the clinic could take. */
export class NoDocument extends Error {}

const PDF = '%PDF-'

/** Reads a file that was chosen, by its content. Throws `NoDocument`. */
export async function chosenFile(file: File): Promise<ChosenFile> {
  const name = file.name.slice(-DOCUMENT_LIMITS.name)
  if ((await file.slice(0, PDF.length).text()) !== PDF) {
    const data = await photograph(file).catch(() => null)
    if (data === null) throw new NoDocument()
    return { name, data }
  }
  if (file.size > DOCUMENT_LIMITS.bytes) throw new NoDocument()
  return { name, data: base64Of(new Uint8Array(await file.arrayBuffer())) }
}
