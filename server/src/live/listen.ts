import { Client } from 'pg'

/** What PostgreSQL tells of: something changed, or somebody may no longer be who they were. */
export const CHANNELS = ['dorsal_live', 'dorsal_ended'] as const
export type Channel = (typeof CHANNELS)[number]

type Ear = { heard: (channel: Channel, said: string) => void; lost: () => void }

export type Listening = { stop: () => Promise<void> }

/** What this connection is called in the database. */
export const LISTENER = 'dorsal listens'

/** A line that is dead without saying so is noticed by this. */
const ASK_EVERY_MS = 15_000
const ANSWER_WITHIN_MS = 5_000

/**
 * One connection for all that this server hears. Fulfilled when it listens; `lost` is told once when it no longer does, and then it is the
 * caller's to begin again.
 */
export async function listen(url: string, { heard, lost }: Ear): Promise<Listening> {
  const client = new Client({
    connectionString: url,
    // By this name whoever keeps the database knows what this connection is.
    application_name: LISTENER,
    keepAlive: true,
    query_timeout: ANSWER_WITHIN_MS,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
  })
  let open = true
  let timer: NodeJS.Timeout | undefined
  const end = async (): Promise<void> => {
    clearInterval(timer)
    await client.end().catch(() => undefined)
  }
  const fail = (): void => {
    if (!open) return
    open = false
    void end()
    lost()
  }
  client.on('error', fail)
  client.on('end', fail)
  client.on('notification', ({ channel, payload }) => {
    const known = CHANNELS.find((one) => one === channel)
    if (open && known !== undefined) heard(known, payload ?? '')
  })
  try {
    await client.connect()
    for (const channel of CHANNELS) await client.query(`listen ${channel}`)
  } catch (error) {
    open = false
    await end()
    throw error
  }
  timer = setInterval(() => void client.query('select 1').catch(fail), ASK_EVERY_MS)
  timer.unref()
  return {
    stop: async () => {
      open = false
      await end()
    },
  }
}
