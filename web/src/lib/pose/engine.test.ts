import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPoseEngine, MAX_RESTARTS, type PoseEngine } from './engine.ts'
import { TRIAL_FRAMES } from './model-choice.ts'
import type { PoseModel } from './protocol.ts'
import type { LinkEvents } from './worker-link.ts'

const FRAME = { t: 1, width: 640, height: 480, image: null, world: null }

type Stub = { model: PoseModel; events: LinkEvents; sent: number[]; looks: number[]; closed: boolean }

let links: Stub[]
let clock: number
let counting = false
let pictures: { closed: boolean }[]
const events = { onReady: vi.fn(), onFrame: vi.fn(), onRestart: vi.fn(), onFailure: vi.fn() }

function start(asked: PoseModel | 'auto' = 'lite'): PoseEngine {
  return createPoseEngine(
    {
      spawn(model, linkEvents) {
        const stub: Stub = { model, events: linkEvents, sent: [], looks: [], closed: false }
        links.push(stub)
        return {
          send: (_picture, t, look) => {
            stub.sent.push(t)
            if (look) stub.looks.push(t)
          },
          close: () => {
            stub.closed = true
          },
        }
      },
      grab: () => {
        const picture = { closed: false, close: () => (picture.closed = true) }
        pictures.push(picture)
        return Promise.resolve(picture as unknown as ImageBitmap)
      },
      now: () => clock,
      counting: () => counting,
    },
    events,
    asked,
  )
}

const link = (index: number): Stub => {
  const stub = links[index]
  if (!stub) throw new Error(`worker ${index} was not started`)
  return stub
}
const settle = () => new Promise<void>((done) => void setTimeout(done))

async function offerAt(engine: PoseEngine, milliseconds: number): Promise<void> {
  clock = milliseconds
  engine.offer()
  await settle()
}

beforeEach(() => {
  links = []
  pictures = []
  clock = 1000
  counting = false
  vi.clearAllMocks()
})

describe('the pose engine', () => {
  it('sends nothing before the model is ready', async () => {
    const engine = start()
    await offerAt(engine, 1000)
    expect(pictures).toHaveLength(0)
    link(0).events.onReady()
    await offerAt(engine, 1040)
    expect(link(0).sent).toEqual([1.04])
  })

  it('keeps one picture in flight and then sends the newest at once', async () => {
    const engine = start()
    link(0).events.onReady()
    await offerAt(engine, 1000)
    await offerAt(engine, 1040)
    await offerAt(engine, 1080)
    expect(link(0).sent).toEqual([1])
    clock = 1090
    link(0).events.onFrame(FRAME, 20)
    await settle()
    expect(link(0).sent).toEqual([1, 1.09])
    link(0).events.onFrame(FRAME, 20)
    await settle()
    expect(link(0).sent).toHaveLength(2)
  })

  it('takes no more than thirty pictures a second', async () => {
    const engine = start()
    link(0).events.onReady()
    for (let t = 1000; t < 2000; t += 10) {
      await offerAt(engine, t)
      if (link(0).sent.at(-1) === t / 1000) link(0).events.onFrame(FRAME, 1)
    }
    expect(link(0).sent.length).toBeLessThanOrEqual(31)
    expect(link(0).sent.length).toBeGreaterThanOrEqual(24)
  })

  it('starts a dead worker again, three times, then says so', async () => {
    start()
    for (let i = 0; i <= MAX_RESTARTS; i++) {
      link(i).events.onReady()
      link(i).events.onFailed('worker-died', 'hung')
    }
    expect(links).toHaveLength(MAX_RESTARTS + 1)
    expect(events.onRestart).toHaveBeenCalledTimes(MAX_RESTARTS)
    expect(events.onFailure).toHaveBeenCalledExactlyOnceWith('worker-died', 'hung')
  })

  it('goes on with a new worker while a picture of the dead one was on its way', async () => {
    const engine = start()
    link(0).events.onReady()
    await offerAt(engine, 1000)
    link(0).events.onFailed('worker-died', 'hung')
    link(1).events.onReady()
    await offerAt(engine, 9000)
    expect(link(1).sent).toEqual([9])
  })

  it('does not try again what cannot work: a missing model', () => {
    start()
    link(0).events.onFailed('model-missing', 'HTTP 404')
    expect(links).toHaveLength(1)
    expect(events.onFailure).toHaveBeenCalledExactlyOnceWith('model-missing', 'HTTP 404')
  })

  it('changes from full to lite without a gap: full reads on until lite is ready', async () => {
    const engine = start('auto')
    link(0).events.onReady()
    for (let i = 0; i < TRIAL_FRAMES; i++) link(0).events.onFrame(FRAME, 120)
    expect(links.map(({ model }) => model)).toEqual(['full', 'lite'])
    await offerAt(engine, 5000)
    expect(link(0).sent).toEqual([5])
    link(0).events.onFrame(FRAME, 120)
    link(1).events.onReady()
    expect(link(0).closed).toBe(true)
    await offerAt(engine, 5100)
    expect(link(1).sent).toEqual([5.1])
    expect(events.onReady.mock.calls.map(([source]) => source.model)).toEqual(['full', 'lite'])
  })

  it('stays with full where lite cannot be had', async () => {
    const engine = start('auto')
    link(0).events.onReady()
    for (let i = 0; i < TRIAL_FRAMES; i++) link(0).events.onFrame(FRAME, 120)
    link(1).events.onFailed('model-missing', 'HTTP 404')
    await offerAt(engine, 5000)
    expect(link(0).sent).toEqual([5])
    expect(events.onFailure).not.toHaveBeenCalled()
  })

  it('lets no picture lie around when it is stopped in between', async () => {
    const engine = start()
    link(0).events.onReady()
    clock = 1000
    engine.offer()
    engine.stop()
    await settle()
    expect(pictures).toEqual([expect.objectContaining({ closed: true })])
    expect(link(0)).toMatchObject({ closed: true, sent: [] })
  })
})

describe('the looks for a second person', () => {
  /** A person, or the same a little aside: landmarks whose bodies have a size. */
  const person = (x: number): Float32Array =>
    Float32Array.from({ length: 33 * 4 }, (_, i) =>
      i % 4 === 0 ? x + (i % 3) * 0.03 : i % 4 === 1 ? 0.2 + (i / 132) * 0.6 : 1,
    )

  /** Offers a picture each 40 ms for so many seconds; each is answered at once, each look in `lookMs`. */
  async function run(engine: PoseEngine, seconds: number, lookMs: number): Promise<void> {
    const until = clock + seconds * 1000
    while (clock < until) {
      await offerAt(engine, clock + 40)
      if (link(0).looks.at(-1) === clock / 1000)
        link(0).events.onLooked({ other: null, lookMs, possible: true })
      link(0).events.onFrame(FRAME, 20)
    }
  }

  it('are often while the person gets ready and seldom while a set runs', async () => {
    const engine = start()
    link(0).events.onReady()
    await run(engine, 10, 20)
    expect(link(0).looks.length).toBe(10)
    counting = true
    await run(engine, 10, 20)
    expect(link(0).looks.length).toBe(13)
  })

  it('become fewer on a slow device, and none in a set where they would be seen as a gap', async () => {
    const engine = start()
    link(0).events.onReady()
    await run(engine, 20, 200)
    expect(link(0).looks.length).toBeLessThanOrEqual(11)
    const before = link(0).looks.length
    counting = true
    await run(engine, 30, 200)
    expect(link(0).looks.length).toBe(before)
  })

  it('go on in a set on a slow device for as long as there are two', async () => {
    const engine = start()
    link(0).events.onReady()
    await run(engine, 5, 200)
    counting = true
    await offerAt(engine, clock + 40)
    link(0).events.onLooked({ other: person(0.7), lookMs: 200, possible: true })
    link(0).events.onFrame({ ...FRAME, image: person(0.2) }, 20)
    const before = link(0).looks.length
    await run(engine, 4, 200)
    // One more, which finds nobody else; after it the set is left in peace.
    expect(link(0).looks.length).toBe(before + 1)
  })

  it('tell their number with the next frame, once', async () => {
    const engine = start()
    link(0).events.onReady()
    await offerAt(engine, 1040)
    link(0).events.onFrame({ ...FRAME, image: person(0.2) }, 20)
    link(0).events.onLooked({ other: person(0.7), lookMs: 20, possible: true })
    await offerAt(engine, 1080)
    link(0).events.onFrame({ ...FRAME, image: person(0.2) }, 20)
    await offerAt(engine, 1120)
    link(0).events.onFrame({ ...FRAME, image: person(0.2) }, 20)
    expect(events.onFrame.mock.calls.map(([frame]) => (frame as { people?: number }).people)).toEqual([
      undefined,
      2,
      undefined,
    ])
  })

  it('end where the device cannot, and nothing else does', async () => {
    const engine = start()
    link(0).events.onReady()
    await offerAt(engine, 1040)
    link(0).events.onLooked({ other: null, lookMs: 0, possible: false })
    link(0).events.onFrame(FRAME, 20)
    await run(engine, 10, 20)
    expect(link(0).looks.length).toBe(0)
    expect(events.onFailure).not.toHaveBeenCalled()
    expect(events.onFrame.mock.lastCall?.[0]).not.toHaveProperty('people')
  })
})
