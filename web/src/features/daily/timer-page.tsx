import type { DailyOffer, Prescription } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { refreshMe } from '../../lib/me.ts'
import { sendQueued, startSending } from '../../lib/outbox-device.ts'
import { useSpeaker } from '../../ui/use-speaker.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { TimerBefore } from './timer-before.tsx'
import { TimerContext, useTimer } from './timer-context.ts'
import { TimerEnd, TimerStopped } from './timer-end.tsx'
import { TimerPlayer } from './timer-player.tsx'
import { beginTimer, goOnWith, type TimerRunner, underWay } from './timer-runner.ts'
import { speechOf } from './timer-script.ts'

type TimerPageProps = {
  /** What was chosen; null where the address names nothing that is offered: then only a timer under way is shown. */
  offer: DailyOffer | null
  stopRules: Prescription['stopRules']
  /** Back to today. */
  onLeave: () => void
}

/** A timer of daily life from what to have ready to how it was. One that is under way on this device comes first. */
export function TimerPage({ offer, stopRules, onLeave }: TimerPageProps) {
  const [runner, setRunner] = useState<TimerRunner | null>(null)
  // What it began with stays, also when the record is fetched anew meanwhile.
  const [chosen] = useState(offer)
  useEffect(() => startSending(), [])
  const nothing = useEffectEvent(onLeave)
  useEffect(() => {
    let over = false
    const look = async () => {
      const state = await underWay()
      if (over) return
      if (state !== null) setRunner(goOnWith(state))
      else if (chosen !== null) setRunner(beginTimer(chosen))
      else nothing()
    }
    void look()
    return () => {
      over = true
    }
  }, [chosen])
  useEffect(() => {
    runner?.start()
    return () => runner?.stop()
  }, [runner])
  if (runner === null) return <Waiting />
  return (
    <TimerContext value={runner}>
      <Screen runner={runner} stopRules={stopRules} onLeave={onLeave} />
    </TimerContext>
  )
}

function Screen({
  runner,
  stopRules,
  onLeave,
}: Pick<TimerPageProps, 'stopRules' | 'onLeave'> & { runner: TimerRunner }) {
  const { state } = useTimer()
  const client = useQueryClient()
  useSpeaker({
    said: state.said.seq,
    words: () => speechOf(state.said.line, state),
    sounded: state.sound.seq,
    sound: state.sound.kind,
    ahead: runner,
  })
  const leave = async () => {
    await runner.kept
    await sendQueued()
    await refreshMe(client).catch(() => undefined)
    onLeave()
  }
  const danger = state.card === 'emergency'
  useEffect(() => {
    if (!danger) return
    // The card stands here at once; the record, which then holds, leads to the same card wherever the person goes.
    const tell = async () => {
      await runner.kept
      await sendQueued()
      await refreshMe(client).catch(() => undefined)
    }
    void tell()
  }, [danger, runner, client])
  if (state.phase === 'before') return <TimerBefore />
  if (state.phase === 'running') return <TimerPlayer stopRules={stopRules} />
  if (state.card !== null) return <TimerStopped onBack={() => void leave()} />
  return <TimerEnd onBack={() => void leave()} />
}
