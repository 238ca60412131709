import { type Figure, type View } from '@dorsal/motion'
import { sided, type Shown } from '../../web/src/ui/figure/loop.ts'
import { aspectOf, viewsOf } from '../../web/src/ui/figure/lens.ts'
import { FigureScene } from '../../web/src/ui/figure/scene.ts'
import { stillOf } from '../../web/src/ui/figure/still.tsx'

export type Entry = { id: string; figure: Figure; view: View | null; template: string }

const SIZE = 400
const canvas = document.createElement('canvas')
const context = canvas.getContext('webgl2', { preserveDrawingBuffer: true })
if (context === null) throw new Error('no WebGL')
const scene = new FigureScene(canvas, context)

const shownOf = ({ figure, template }: Entry): Shown => ({
  figure,
  alternating: template === 'alternating',
  side: 'left',
  tempo: { out: 2, stay: 0, back: 2 },
  share: 1,
})

/** Start, half way and end of an exercise, from both its views, as pictures. */
function sheet(entry: Entry, dark: boolean): string[] {
  scene.resize(SIZE, SIZE, 1)
  const shown = shownOf(entry)
  return viewsOf(entry.figure, entry.view).flatMap((view) => {
    scene.show({ shown, view, dark, arcs: true })
    return [0, 0.5, 1].map((out) => {
      scene.pose(sided(shown, out), out, false)
      return canvas.toDataURL('image/png')
    })
  })
}

/** The same as flat key poses, as on paper and where nothing is drawn in space. */
function flatSheet(entry: Entry): HTMLElement[] {
  const shown = shownOf(entry)
  const half = 100 * aspectOf(entry.figure)
  return viewsOf(entry.figure, entry.view).flatMap((view) =>
    [0, 0.5, 1].map((out) => {
      const { shapes, ways } = stillOf(shown, view, out)
      const box = document.createElement('div')
      const bodies = shapes.map(
        ({ path, fill, faint, away, plain }) =>
          `<path d="${path}" fill="${fill}" fill-opacity="${faint ? 0.4 : 1}" stroke="${away > 90 || plain ? 'none' : '#1b2a2e'}" stroke-width="0.7" stroke-opacity="0.55"/>`,
      )
      const lines = ways.map((way) => `<path d="${way}" fill="none" stroke="#0b5d5e" stroke-width="1.8"/>`)
      box.innerHTML = `<svg viewBox="${-half} -100 ${2 * half} 200">${[...bodies, ...lines].join('')}</svg>`
      return box
    }),
  )
}

/** Puts the rows of some exercises on the page. */
function openSheet(entries: readonly Entry[], dark = false, flat = false): void {
  document.body.classList.toggle('dark', dark)
  const main = document.querySelector('main')
  main?.replaceChildren(
    ...entries.map((entry) => {
      const row = document.createElement('section')
      row.className = 'row'
      const title = document.createElement('h2')
      title.textContent = `${entry.id} (${entry.figure.stance}, ${entry.view ?? 'no camera'})`
      const pictures = flat
        ? flatSheet(entry)
        : sheet(entry, dark).map((src) => Object.assign(new Image(), { src }))
      row.append(title, ...pictures)
      return row
    }),
  )
}

/** Milliseconds of a frame: posing on the processor alone, and with the drawing of it. */
function cost(entry: Entry, size: number, frames = 120): { frame: number } {
  scene.resize(size, size, 1)
  scene.show({ shown: shownOf(entry), view: viewsOf(entry.figure, entry.view)[0], dark: false, arcs: true })
  scene.draw(0)
  const began = performance.now()
  const pixel = new Uint8Array(4)
  for (let i = 0; i < frames; i++) {
    scene.draw(i / 30)
    // Waits until it is drawn.
    context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel)
  }
  return { frame: (performance.now() - began) / frames }
}

Object.assign(window, { openSheet, cost })
