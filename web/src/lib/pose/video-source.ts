/** Longest side of the picture that the model gets, in pixels: more costs time and gains nothing. */
export const MAX_SIDE = 640

/** Calls `onPicture` once for each new picture of a playing video, until the returned function is called. */
export function watchVideo(video: HTMLVideoElement, onPicture: () => void): () => void {
  let watching = true
  let shown = -1
  const look = (): void => {
    if (!watching) return
    schedule()
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.currentTime === shown) return
    shown = video.currentTime
    onPicture()
  }
  const schedule = (): void => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(look)
    else requestAnimationFrame(look)
  }
  schedule()
  return () => {
    watching = false
  }
}

/** The picture that the video shows now, made small enough for the model. It stays in memory; nothing is encoded or stored. */
export function grabPicture(video: HTMLVideoElement): Promise<ImageBitmap> {
  const { videoWidth, videoHeight } = video
  const scale = MAX_SIDE / Math.max(videoWidth, videoHeight)
  if (scale >= 1) return createImageBitmap(video)
  return createImageBitmap(video, {
    resizeWidth: Math.round(videoWidth * scale),
    resizeHeight: Math.round(videoHeight * scale),
    resizeQuality: 'low',
  })
}
