/** What is switched on of somebody's own sound and picture, and what could not be. */
export type OwnMedia = { stream: MediaStream; camera: boolean; microphone: boolean }

const PICTURE: MediaTrackConstraints = {
  facingMode: 'user',
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
}
const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

const ask = (constraints: MediaStreamConstraints): Promise<MediaStream | null> =>
  navigator.mediaDevices.getUserMedia(constraints).catch(() => null)

/** Camera and microphone in one question; where one of them is not to be had, the other one alone. Nobody is kept out for either. */
export async function openMedia(): Promise<OwnMedia> {
  if (!('mediaDevices' in navigator)) return { stream: new MediaStream(), camera: false, microphone: false }
  const both = await ask({ video: PICTURE, audio: SOUND })
  const parts = both === null ? [await ask({ audio: SOUND }), await ask({ video: PICTURE })] : [both]
  const stream = new MediaStream(parts.flatMap((part) => part?.getTracks() ?? []))
  return {
    stream,
    camera: stream.getVideoTracks().length > 0,
    microphone: stream.getAudioTracks().length > 0,
  }
}

export function closeMedia({ stream }: OwnMedia): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Switches off what is sent, without giving it back: black and silence go, until it is switched on again. */
export function switchMedia(
  { stream }: OwnMedia,
  { camera, microphone }: { camera: boolean; microphone: boolean },
) {
  for (const track of stream.getVideoTracks()) track.enabled = camera
  for (const track of stream.getAudioTracks()) track.enabled = microphone
}
