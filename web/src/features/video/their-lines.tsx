import { Trans } from '@lingui/react/macro'
import { type RefObject, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { drawSkeleton } from '../../ui/skeleton-overlay.ts'
import { unpackLines } from './lines.ts'
import { useHear, useTell } from './use-hear.ts'
import type { Meeting } from './use-meeting.ts'

type Props = { meeting: Meeting; name: string; overlay: RefObject<HTMLCanvasElement | null> }

/** Asks for the lines over the person's body and draws them over their picture. Nothing of them is kept. */
export function TheirLines({ meeting, name, overlay }: Props) {
  const [on, setOn] = useState(false)
  const [are, setAre] = useState<'on' | 'off' | 'refused' | 'not-here'>('off')
  useTell(meeting, { kind: 'lines', on })
  useHear(meeting, 'lines-are', (said) => setAre(said.are))
  const { hearLines } = meeting
  const drawn = on && are === 'on' && meeting.link === 'together'
  useEffect(() => {
    const canvas = overlay.current
    if (!drawn || canvas === null) return
    const stop = hearLines((packed) => drawSkeleton(canvas, unpackLines(packed)))
    return () => {
      stop()
      drawSkeleton(canvas, null)
    }
  }, [drawn, hearLines, overlay])
  return (
    <>
      <Button look="plain" aria-pressed={on} onClick={() => setOn(!on)}>
        <Trans>Lines over the body</Trans>
      </Button>
      {on && (
        <output data-lines-are={are}>
          {are === 'off' && <Trans>{name} is asked.</Trans>}
          {are === 'on' && <Trans>Approximate, from one camera.</Trans>}
          {are === 'refused' && <Trans>{name} would rather not.</Trans>}
          {are === 'not-here' && <Trans>Not possible on their device.</Trans>}
        </output>
      )}
    </>
  )
}
