import { type RefObject, useEffect, useRef, useState } from 'react'
import { play } from './play.ts'
import type { FigureScene, SceneInput } from './scene.ts'
import { askForStage } from './turn-taking.ts'

/** A picture finer than this is not seen and costs heat. */
const FINEST = 2

/**
 * Once space could not be drawn on this page (its chunk did not come, or the browser took the context away), the figures after it do not
 * try again: each try would show an empty box first.
 */
let given = true

/** Brings what draws the figure while nobody waits for it, so that the first figure is there at once. Returns how to give it up. */
export function prepareFigure(): () => void {
  const bring = () =>
    void import('./scene.ts').then(({ prepareBody }) => void prepareBody()).catch(() => undefined)
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(bring, 500)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(bring)
  return () => cancelIdleCallback(idle)
}

type Live = { scene: FigureScene; canvas: HTMLCanvasElement }

/**
 * Draws the figure into `box` while it is in sight and has its turn. `wanted`: false for somebody who wants nothing to move. Tells
 * whether it is drawn: until then a still stands in its place, and its key poses where it cannot be: no WebGL, no chunk of the drawing,
 * or a context that the browser took away.
 */
export function useScene(
  box: RefObject<HTMLElement | null>,
  input: SceneInput,
  wanted: boolean,
  running: boolean,
  slow: boolean,
): 'waits' | 'drawn' | 'cannot' {
  const [cannot, setCannot] = useState(!given)
  const [live, setLive] = useState<Live | null>(null)
  const [seen, setSeen] = useState(false)
  const at = useRef(0)
  const speed = useRef(1)
  const first = useRef(input)
  useEffect(() => {
    first.current = input
  }, [input])
  useEffect(() => {
    speed.current = slow ? 0.5 : 1
  }, [slow])

  useEffect(() => {
    const { current } = box
    if (!wanted || cannot || current === null) return
    return stageFor(
      current,
      () => first.current,
      setLive,
      () => setCannot(true),
    )
  }, [box, wanted, cannot])

  useEffect(() => {
    if (live === null || box.current === null) return
    const sight = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false))
    sight.observe(box.current)
    const size = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {}
      if (width > 0 && height > 0) live.scene.resize(width, height, Math.min(FINEST, window.devicePixelRatio))
      live.scene.draw(at.current)
    })
    size.observe(box.current)
    return () => {
      sight.disconnect()
      size.disconnect()
    }
  }, [box, live])

  useEffect(() => {
    live?.scene.show(input)
    live?.scene.draw(at.current)
  }, [live, input])

  useEffect(() => {
    if (live === null || !seen || !running) return
    const playing = play(live.scene, at.current, () => speed.current)
    return () => {
      at.current = playing.stop()
    }
  }, [live, seen, running])

  return live !== null ? 'drawn' : cannot ? 'cannot' : 'waits'
}

/** Takes the stage for a box when it is its turn, and lets everything go when it is not. */
function stageFor(
  box: HTMLElement,
  input: () => SceneInput,
  set: (live: Live | null) => void,
  cannot: () => void,
): () => void {
  let live: Live | null = null
  let turn = false
  const close = (): void => {
    turn = false
    live?.canvas.removeEventListener('webglcontextlost', fail)
    live?.scene.dispose()
    live?.canvas.remove()
    live = null
    set(null)
  }
  const fail = (): void => {
    given = false
    close()
    cannot()
  }
  const leave = askForStage(() => {
    turn = true
    // No chunk, or shaders that this graphics card does not take.
    open().catch(fail)
  }, close)
  async function open(): Promise<void> {
    const canvas = document.createElement('canvas')
    canvas.setAttribute('aria-hidden', 'true')
    const context = canvas.getContext('webgl2', {
      alpha: true,
      antialias: true,
      powerPreference: 'low-power',
    })
    if (context === null) return cannot()
    const { FigureScene } = await import('./scene.ts')
    if (!turn || live !== null) return
    const scene = new FigureScene(canvas, context)
    scene.show(input())
    await scene.ready()
    if (!turn || live !== null) return scene.dispose()
    live = { scene, canvas }
    canvas.addEventListener('webglcontextlost', fail)
    box.append(canvas)
    set(live)
  }
  return leave
}
