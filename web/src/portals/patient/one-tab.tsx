import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'

type Turn = 'asking' | 'mine' | 'elsewhere' | 'taking'

/** Holds the lock until `ended`; tells whether this page has it, and when another took it over. */
async function hold(
  ended: AbortSignal,
  { lock: name, steal, tell }: { lock: string; steal: boolean; tell: (turn: Turn) => void },
): Promise<void> {
  try {
    const wish = steal ? { steal: true } : { ifAvailable: true }
    await navigator.locks.request(name, wish, (lock) => {
      if (ended.aborted) return undefined
      if (lock === null) return tell('elsewhere')
      tell('mine')
      return new Promise<void>((done) => ended.addEventListener('abort', () => done()))
    })
  } catch {
    // Another page has taken it over: what runs here stops, and is kept.
    if (!ended.aborted) tell('elsewhere')
  }
}

/** A session runs in one page of this browser at a time: two would write over each other. The person chooses which. */
export function OneTab({ children, lock = 'dorsal-session' }: { children: ReactNode; lock?: string }) {
  const { t } = useLingui()
  const [turn, setTurn] = useState<Turn>('locks' in navigator ? 'asking' : 'mine')
  const [steal, setSteal] = useState(0)
  useEffect(() => {
    if (!('locks' in navigator)) return
    const ending = new AbortController()
    void hold(ending.signal, {
      lock,
      steal: steal > 0,
      tell: (next) => {
        if (!ending.signal.aborted) setTurn(next)
      },
    })
    return () => ending.abort()
  }, [lock, steal])
  if (turn === 'mine') return children
  if (turn !== 'elsewhere') return <Waiting />
  return (
    <Page
      title={
        lock === 'dorsal-session'
          ? t`Your session is open in another window`
          : t`Your timer is open in another window`
      }
      lead={<Trans>It can run in one window at a time. Nothing of it is lost when you move it here.</Trans>}
    >
      <Actions>
        <Button
          large
          onClick={() => {
            setTurn('taking')
            setSteal((times) => times + 1)
          }}
        >
          <Trans>Go on in this window</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
