import type { Replay } from '@dorsal/motion'
import { useEffect, useRef } from 'react'
import { drawSkeleton } from '../../ui/skeleton-overlay.ts'
import styles from './replay.module.css'

/** The body at a moment as the camera saw it, in the flat: one camera knows no depth that could be turned. */
export function SkeletonView({ replay, t, label }: { replay: Replay; t: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = replay.header
  useEffect(() => {
    if (canvas.current !== null) drawSkeleton(canvas.current, replay.at(t))
  }, [replay, t])
  return (
    <>
      <canvas
        ref={canvas}
        className={styles['skeleton']}
        width={width}
        height={height}
        aria-hidden
        style={{ aspectRatio: `${width} / ${height}` }}
      />
      <span className="visually-hidden">{label}</span>
    </>
  )
}
