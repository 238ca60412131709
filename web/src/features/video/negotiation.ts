import type { Signal } from '@dorsal/care'
import type { Signalling } from './room.ts'

type Connection = Pick<
  RTCPeerConnection,
  | 'signalingState'
  | 'localDescription'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'addIceCandidate'
  | 'addEventListener'
>

const signalOf = ({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): Signal => ({
  kind: 'candidate',
  candidate,
  mid: sdpMid,
  line: sdpMLineIndex,
  fragment: usernameFragment,
})

/**
 * Keeps two browsers agreed on what they send each other (the "perfect negotiation" of the WebRTC specification): either may offer at any time;
 * where both do at once the polite one takes its offer back. The polite one waits for the first offer, so that they do not begin with a clash.
 * `again`: an offer that nobody answered is told once more; false where none waits.
 */
export function negotiate(
  connection: Connection,
  polite: boolean,
  { tell, listen }: Signalling,
): { again: () => boolean; stop: () => void } {
  let begun = !polite
  let offering = false
  let answering = false
  let ignoring = false
  let over = false

  const repeat = (): void => {
    const said = connection.localDescription
    if (!over && said !== null && (said.type === 'offer' || said.type === 'answer'))
      tell({ kind: said.type, sdp: said.sdp })
  }
  const describe = async (): Promise<void> => {
    await connection.setLocalDescription()
    repeat()
  }
  const offer = async (): Promise<void> => {
    if (!begun || over) return
    offering = true
    try {
      await describe()
    } finally {
      offering = false
    }
  }
  const take = async (signal: Signal): Promise<void> => {
    if (over) return
    if (signal.kind === 'candidate') {
      const { candidate, mid, line, fragment } = signal
      const init = { candidate, sdpMid: mid, sdpMLineIndex: line, usernameFragment: fragment }
      await connection.addIceCandidate(init)
      return
    }
    const free = !offering && (connection.signalingState === 'stable' || answering)
    ignoring = signal.kind === 'offer' && !free && !polite
    if (ignoring) return
    answering = signal.kind === 'answer'
    try {
      await connection.setRemoteDescription({ type: signal.kind, sdp: signal.sdp })
    } finally {
      answering = false
    }
    begun = true
    if (signal.kind === 'offer') await describe()
  }

  // One after the other, in the order in which they were told. What does not fit any more (of an offer that was ignored, of a try that is
  // over) is let go: if it was needed, the connection fails and is begun anew.
  let work: Promise<void> = Promise.resolve()
  const after = (act: () => Promise<void>): void => void (work = work.then(act).catch(() => undefined))
  connection.addEventListener('negotiationneeded', () => void offer().catch(() => undefined))
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate !== null && candidate.candidate !== '' && !over) tell(signalOf(candidate))
  })
  const stop = listen((signal) => after(() => take(signal)))
  return {
    again: () => {
      const waits = connection.signalingState === 'have-local-offer'
      if (waits) repeat()
      return waits
    },
    stop: () => {
      over = true
      stop()
    },
  }
}
