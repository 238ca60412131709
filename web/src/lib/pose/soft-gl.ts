/**
 * The CPU delegate of the pose runtime uses WebGL2 for one thing only: to upload the frame as a texture and read the same
 * pixels back. This stands in for it without a GPU, with identical results, so that tracking also runs where WebGL2 is
 * missing (blocked drivers, remote desktops, some Safari workers). It draws nothing.
 */
export type Picture = { data: Uint8ClampedArray; width: number; height: number }

const CONSTANTS = {
  TEXTURE_2D: 0x0de1,
  RGBA: 0x1908,
  UNSIGNED_BYTE: 0x1401,
  UNPACK_FLIP_Y_WEBGL: 0x9240,
  TEXTURE0: 0x84c0,
  TEXTURE1: 0x84c1,
  FRAMEBUFFER: 0x8d40,
  COLOR_ATTACHMENT0: 0x8ce0,
  LINEAR: 0x2601,
  NEAREST: 0x2600,
  CLAMP_TO_EDGE: 0x812f,
}

const SILENT = [
  'activeTexture',
  'bindBuffer',
  'bindFramebuffer',
  'bindVertexArray',
  'deleteFramebuffer',
  'deleteSync',
  'deleteTexture',
  'disable',
  'enable',
  'finish',
  'flush',
  'pixelStorei',
  'texParameterf',
  'texParameteri',
  'viewport',
]

/** Answers of `getParameter` that the runtime looks at: version strings and size limits. */
const PARAMETERS: Record<number, string | number> = {
  0x1f00: 'soft',
  0x1f01: 'soft',
  0x1f02: 'WebGL 2.0 (soft)',
  0x8b8c: 'WebGL GLSL ES 3.00 (soft)',
  0x0d33: 8192,
  0x851c: 8192,
  0x84e8: 8192,
  0x8824: 4,
  0x8cdf: 4,
}

const COMPLETE = 0x8cd5
const SYNC_DONE = { wait: 0x911a, parameter: 0x9119 }
const NOTHING = (): void => {}

type Texture = { picture: Picture | null }

/** `pictureOf` turns whatever the runtime uploads (bitmap, video frame, image data) into pixels. */
export function createSoftGl(pictureOf: (source: object) => Picture): object {
  let bound: Texture | null = null
  let attached: Texture | null = null
  return {
    ...CONSTANTS,
    ...Object.fromEntries(SILENT.map((name) => [name, NOTHING])),
    drawingBufferWidth: 1,
    drawingBufferHeight: 1,
    isContextLost: () => false,
    getError: () => 0,
    getSupportedExtensions: () => [],
    getExtension: () => null,
    getContextAttributes: () => ({ alpha: false, antialias: false, depth: false, stencil: false }),
    getParameter: (name: number) => PARAMETERS[name] ?? 0,
    createTexture: (): Texture => ({ picture: null }),
    createFramebuffer: () => ({}),
    checkFramebufferStatus: () => COMPLETE,
    fenceSync: () => ({}),
    clientWaitSync: () => SYNC_DONE.wait,
    getSyncParameter: () => SYNC_DONE.parameter,
    bindTexture: (_target: number, texture: Texture | null) => {
      bound = texture
    },
    framebufferTexture2D: (_target: number, _at: number, _kind: number, texture: Texture | null) => {
      attached = texture
    },
    texImage2D: (...values: unknown[]) => {
      const source = values.at(-1)
      if (bound && typeof source === 'object' && source !== null) bound.picture = pictureOf(source)
    },
    readPixels: (
      x: number,
      y: number,
      width: number,
      height: number,
      _format: number,
      _type: number,
      into: Uint8Array,
      at = 0,
    ) => {
      const picture = attached?.picture
      if (!picture || x || y || width !== picture.width || height !== picture.height) {
        throw new Error('the pose runtime read a picture that it had not uploaded')
      }
      into.set(picture.data, at)
    },
  }
}
