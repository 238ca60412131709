/** A module that adds two vectors: a browser that accepts it has the SIMD that the pose runtime is built for. */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
])

/** What this browser lacks for reading a pose, or null. Chrome 91, Firefox 105, Safari 16.4 and later lack nothing. */
export function missingAbility(scope: typeof globalThis = globalThis): string | null {
  if (typeof scope.WebAssembly !== 'object') return 'WebAssembly'
  if (!scope.WebAssembly.validate(SIMD_MODULE)) return 'WebAssembly SIMD'
  if (typeof scope.Worker !== 'function') return 'Worker'
  if (typeof scope.OffscreenCanvas !== 'function') return 'OffscreenCanvas'
  if (typeof scope.createImageBitmap !== 'function') return 'createImageBitmap'
  return null
}
