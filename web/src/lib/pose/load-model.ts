export class ModelMissing extends Error {}

/** The model file, with progress. A server that answers with its start page instead is noticed: a bundle begins with "PK". */
export async function loadModel(url: string, onProgress: (bytes: number) => void): Promise<Uint8Array> {
  const reply = await fetch(url).catch((error: unknown) => {
    throw new ModelMissing(String(error))
  })
  if (!reply.ok || !reply.body) throw new ModelMissing(`HTTP ${reply.status}`)
  const parts: Uint8Array[] = []
  let bytes = 0
  for (const reader = reply.body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    bytes += value.length
    onProgress(bytes)
  }
  const model = new Uint8Array(bytes)
  let at = 0
  for (const part of parts) {
    model.set(part, at)
    at += part.length
  }
  if (model[0] !== 0x50 || model[1] !== 0x4b) throw new ModelMissing('the file is not a model bundle')
  return model
}
