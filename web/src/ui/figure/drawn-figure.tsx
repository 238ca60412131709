import type { View } from '@dorsal/motion'
import { useLingui } from '@lingui/react/macro'
import { useMemo, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import styles from './exercise-figure.module.css'
import type { ExerciseFigureProps } from './exercise-figure.tsx'
import { aspectOf, viewsOf } from './lens.ts'
import type { Shown } from './loop.ts'
import { Still } from './still.tsx'
import { useMedia } from './use-media.ts'
import { useScene } from './use-scene.ts'

const KEY_POSES = [0, 0.5, 1] as const

/** The figure of an exercise, moving where that can be and is wanted, else its key poses side by side; on paper always those. */
export function DrawnFigure(props: ExerciseFigureProps & { figure: Shown['figure'] }) {
  const {
    name,
    steps,
    figure,
    view,
    alternating,
    side = 'left',
    tempo,
    share = 1,
    small = false,
    still = false,
    flat = false,
  } = props
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const [other, setOther] = useState(false)
  const [paused, setPaused] = useState(false)
  const [slow, setSlow] = useState(false)
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const dark = useMedia('(prefers-color-scheme: dark)')
  const { out, stay, back } = tempo
  const shown = useMemo<Shown>(
    () => ({ figure, alternating, side, share, tempo: { out, stay, back } }),
    [figure, alternating, side, share, out, stay, back],
  )
  const views = viewsOf(figure, view)
  const from = views[other ? 1 : 0]
  const input = useMemo(() => ({ shown, view: from, dark, arcs: true }), [shown, from, dark])
  const state = useScene(box, input, !calm && !flat, !paused && !still, slow)
  const label = [t`${name}, shown by a drawn figure.`, ...(steps ?? [])].join(' ')
  const drawn = state === 'drawn'
  const stills = !small && (calm || state === 'cannot')
  return (
    <>
      <div
        ref={box}
        aria-hidden="true"
        className={styles['stage']}
        data-drawn={drawn ? 'yes' : 'no'}
        data-small={small ? 'yes' : 'no'}
        data-view={from}
        style={{ aspectRatio: aspectOf(figure) }}
        hidden={stills}
      >
        <div className={styles['first']}>
          <Still shown={shown} view={from} out={1} />
        </div>
      </div>
      <figcaption className="visually-hidden">{label}</figcaption>
      {!small && (
        <>
          <div className={styles['buttons']}>
            {drawn && (
              <>
                <Button look="quiet" aria-pressed={paused} onClick={() => setPaused(!paused)}>
                  {t`Pause the figure`}
                </Button>
                <Button look="quiet" aria-pressed={slow} onClick={() => setSlow(!slow)}>
                  {t`Slow motion`}
                </Button>
              </>
            )}
            <Button look="quiet" aria-pressed={other} onClick={() => setOther(!other)}>
              {t`From another side`}
            </Button>
          </div>
          <KeyPoses shown={shown} view={from} paper={!stills} />
        </>
      )}
    </>
  )
}

/** Start, half way and end side by side. `paper`: only where it is printed. */
function KeyPoses({ shown, view, paper }: { shown: Shown; view: View; paper: boolean }) {
  const { t } = useLingui()
  const words = [t`At the start`, t`Half way`, t`At the end`]
  return (
    <ol className={paper ? `${styles['stills']} ${styles['onPaper']}` : styles['stills']}>
      {KEY_POSES.map((out, i) => (
        <li key={out}>
          <Still shown={shown} view={view} out={out} />
          {words[i]}
        </li>
      ))}
    </ol>
  )
}
