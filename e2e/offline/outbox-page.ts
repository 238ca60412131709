/** Runs in a page: the product's own outbox, with IndexedDB, locks and keys of the browser, and many reports for it. */
import { personRows, type SessionReport } from '@dorsal/care'
import { asks } from '../../web/src/lib/api.ts'
import { outbox, sendQueued } from '../../web/src/lib/outbox-device.ts'

type Counts = { left: number; refused: string[] }

/** Keeps all reports, and tries to send while anything is left, as a page does when the connection comes back again and again. */
async function deliver(reports: readonly SessionReport[], perRound: number): Promise<Counts> {
  const waiting = [...reports]
  for (let round = 0; round < 2_000; round += 1) {
    for (const body of waiting.splice(0, perRound))
      await outbox.keep({ id: body.id, endpoint: 'sendReport', body })
    await sendQueued()
    const left = await outbox.waiting()
    const refused = left.filter(({ state }) => state === 'refused').map(({ problem }) => problem?.title ?? '')
    if (left.length + waiting.length === 0 || refused.length > 0)
      return { left: left.length + waiting.length, refused }
  }
  return { left: (await outbox.waiting()).length + waiting.length, refused: [] }
}

asks(personRows)
Object.assign(window, { outboxUnderTest: { deliver } })

export type OutboxUnderTest = { deliver: typeof deliver }
