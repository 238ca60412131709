import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { CAMERA_BYTES, cameraKept, keepCamera } from '../lib/offline/camera-files.ts'
import { askToKeep } from '../lib/offline/persist.ts'
import { prepareOffline } from '../lib/offline/prepare.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'

type State = 'looking' | 'part' | 'whole' | 'failed' | { bytes: number }

const inMegabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

/** What works without a connection, and the wish to have the camera too. The size is said before anything is fetched. */
export function OfflineCard() {
  const client = useQueryClient()
  const [state, setState] = useState<State>('looking')
  useEffect(() => {
    let over = false
    const look = async () => {
      const kept = await cameraKept().catch(() => false)
      if (!over) setState(kept ? 'whole' : 'part')
    }
    void look()
    return () => {
      over = true
    }
  }, [])
  const makeReady = async () => {
    setState({ bytes: 0 })
    try {
      await askToKeep()
      if (!(await prepareOffline(client))) throw new Error('not everything could be fetched')
      await keepCamera((bytes) => setState({ bytes }))
      setState('whole')
    } catch {
      setState('failed')
    }
  }
  const all = inMegabytes(CAMERA_BYTES)
  const done = typeof state === 'object' ? inMegabytes(state.bytes) : 0
  return (
    <Card>
      <h2 id="offline">
        <Trans>Without a connection</Trans>
      </h2>
      <p>
        <Trans>
          Once you have a plan, this browser keeps what the next two weeks need: your plan, the sessions, the
          warning signs and their rules, the lessons and the library. They work in flight mode too.
        </Trans>
      </p>
      <p data-offline={typeof state === 'object' ? 'fetching' : state} aria-live="polite">
        {state === 'whole' && <Trans>The camera works without a connection on this device too.</Trans>}
        {(state === 'part' || state === 'looking') && (
          <Trans>
            The camera needs about {all} MB more. They are fetched once, when you first use the camera, or
            now.
          </Trans>
        )}
        {typeof state === 'object' && (
          <Trans>
            {done} of {all} MB are here.
          </Trans>
        )}
        {state === 'failed' && (
          <Trans>
            Not everything could be fetched. Check your connection and the free space on this device.
            Everything that worked before still works.
          </Trans>
        )}
      </p>
      {state !== 'whole' && (
        <div>
          <Button
            look="plain"
            disabled={state === 'looking' || typeof state === 'object'}
            onClick={() => void makeReady()}
          >
            <Trans>Make it ready for offline use ({all} MB)</Trans>
          </Button>
        </div>
      )}
    </Card>
  )
}
