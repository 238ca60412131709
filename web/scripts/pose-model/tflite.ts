import { flatBuffer, type Value } from './flatbuffer.ts'

/** How the network wants its picture: (value - mean) / std for each channel 0..255. */
export type Normalization = { name: string; mean: number; std: number; outputs: string[] }

const RGB = { int: 1 }
const NORMALIZATION_OPTIONS = { int: 1 }
const IMAGE_PROPERTIES = { int: 2 }
const METADATA_NAME = 'TFLITE_METADATA'

/** The tflite.ModelMetadata of a network with one RGB picture as input (schema of the TensorFlow Lite metadata, "M001"). */
export function modelMetadata({ name, mean, std, outputs }: Normalization): Uint8Array {
  const normalization: Value = {
    table: [NORMALIZATION_OPTIONS, { table: [{ floats: [mean] }, { floats: [std] }] }],
  }
  const content: Value = { table: [IMAGE_PROPERTIES, { table: [RGB] }] }
  const input: Value = { table: [{ text: 'image' }, null, null, content, { list: [normalization] }] }
  const outputList: Value = { list: outputs.map((output) => ({ table: [{ text: output }] })) }
  const graph: Value = { table: [null, null, { list: [input] }, outputList] }
  return flatBuffer('M001', {
    table: [{ text: name }, null, null, { list: [graph] }, null, null, null, { text: '1.0.0' }],
  })
}

/** Where the root table of a .tflite keeps its fields; only what is needed to carry them over. */
function readModel(model: Buffer) {
  if (model.toString('latin1', 4, 8) !== 'TFL3') throw new Error('not a TensorFlow Lite model')
  const root = model.readUInt32LE(0)
  const vtable = root - model.readInt32LE(root)
  const field = (index: number): number => {
    const entry = 4 + 2 * index
    const offset = entry < model.readUInt16LE(vtable) ? model.readUInt16LE(vtable + entry) : 0
    return offset ? root + offset : 0
  }
  const follow = (slot: number): number => slot + model.readUInt32LE(slot)
  const target = (index: number): number => (field(index) ? follow(field(index)) : 0)
  const elements = (vector: number): number[] =>
    vector ? Array.from({ length: model.readUInt32LE(vector) }, (_, at) => follow(vector + 4 + 4 * at)) : []
  const textOf = (table: number): string => {
    const text = follow(table + model.readUInt16LE(table - model.readInt32LE(table) + 4))
    return model.toString('utf8', text + 4, text + 4 + model.readUInt32LE(text))
  }
  return {
    version: field(0) ? model.readUInt32LE(field(0)) : 0,
    target,
    buffers: elements(target(4)),
    metadata: elements(target(6)),
    textOf,
  }
}

/**
 * The model with TFLITE_METADATA added: a new root goes in front and the original bytes follow untouched, so the
 * weights stay the ones that were published.
 */
export function withMetadata(model: Buffer, metadata: Uint8Array): Uint8Array {
  const { version, target, buffers, metadata: present, textOf } = readModel(model)
  if (present.some((entry) => textOf(entry) === METADATA_NAME))
    throw new Error('the model has metadata already')
  const kept = (index: number): Value | null => (target(index) ? { at: target(index) } : null)
  const outward = (places: number[]): Value[] => places.map((at) => ({ at }))
  const entry: Value = { table: [{ text: METADATA_NAME }, { int: buffers.length }] }
  // Model: version, operator_codes, subgraphs, description, buffers, metadata_buffer, metadata, signature_defs
  const root: Value = {
    table: [
      { int: version },
      kept(1),
      kept(2),
      kept(3),
      { list: [...outward(buffers), { table: [{ bytes: metadata }] }] },
      kept(5),
      { list: [...outward(present), entry] },
      kept(7),
    ],
  }
  return flatBuffer('TFL3', root, model)
}
