/** `exercise`: chosen beforehand; `model`: forces a pose model, for benches and for support. */
export type CameraSearch = { exercise?: string; model?: 'lite' | 'full' }

export function cameraSearch({ exercise, model }: Record<string, unknown>): CameraSearch {
  return {
    ...(typeof exercise === 'string' ? { exercise } : {}),
    ...(model === 'lite' || model === 'full' ? { model } : {}),
  }
}
