import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { shareOfTarget, sourceOf } from './counting.ts'
import { kindOf, targetOf } from './course.ts'
import { Ring } from '../../ui/ring.tsx'
import { BREATHING_SECONDS } from './clockwork.ts'
import { itemAt, type SessionState } from './state.ts'
import { breathAt } from '../../lib/breath.ts'
import { breathes, paceOf } from './breath.ts'
import { partAt, type TempoPart } from '../../lib/tempo.ts'

const PARTS: Readonly<Record<TempoPart, MessageDescriptor>> = {
  out: msg`Move`,
  stay: msg`Hold`,
  back: msg`Come back`,
}

const BREATH_PARTS: Readonly<Record<TempoPart, MessageDescriptor>> = {
  out: msg`Breathe in`,
  stay: msg`Hold softly`,
  back: msg`Breathe out`,
}

/** The ring of the present phase: count, hold, seconds, get-ready or rest. */
export function WorkRing({ state }: { state: SessionState }) {
  const { phase } = state
  if (phase.name === 'work') return <Working state={state} />
  if (phase.name === 'ready') return <Countdown kind="ready" left={phase.left} total={phase.total} />
  if (phase.name === 'rest') return <Countdown kind="rest" left={phase.left} total={phase.total} />
  if (phase.name === 'settle') return <Countdown kind="rest" left={phase.left} total={120} />
  if (phase.name === 'recovery')
    return <Countdown kind="rest" left={BREATHING_SECONDS - phase.elapsed} total={BREATHING_SECONDS} />
  return null
}

function Countdown({ kind, left, total }: { kind: 'ready' | 'rest'; left: number; total: number }) {
  const { t } = useLingui()
  const seconds = Math.max(0, Math.ceil(left))
  const above = kind === 'ready' ? t`Get ready` : t`Rest`
  const value =
    seconds >= 60 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : `${seconds}`
  return (
    <Ring
      share={total > 0 ? left / total : 0}
      value={value}
      above={above}
      below={seconds >= 60 ? t`to go` : t`seconds`}
      look="rest"
      label={t`${above}: ${seconds} seconds left`}
    />
  )
}

function Working({ state }: { state: SessionState }) {
  const { t, i18n } = useLingui()
  const item = itemAt(state)
  if (item === null) return null
  const target = targetOf(item)
  const { bout } = state
  if (kindOf(item) === 'timed') {
    const left = Math.max(0, Math.ceil(target - bout.elapsed))
    const pace = breathes(item) ? breathAt(bout.elapsed, paceOf(item)) : null
    const value =
      left >= 100 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : String(left)
    return (
      <Ring
        share={bout.elapsed / target}
        inner={pace?.fill ?? null}
        value={value}
        above={pace === null ? '' : i18n._(BREATH_PARTS[pace.part])}
        below={left >= 100 ? t`to go` : t`seconds`}
        label={t`${left} seconds left of ${target}`}
      />
    )
  }
  const label = t`${bout.done} of ${target} done`
  if (sourceOf(state) === 'camera') {
    const holds = item.exercise.movement.template === 'hold'
    return (
      <Ring
        share={bout.done / target}
        inner={holds ? bout.held / Math.max(1, item.dosage.holdSeconds) : shareOfTarget(state)}
        value={holds ? String(Math.floor(bout.held)) : String(bout.done)}
        above={holds ? t`Hold ${bout.done + 1} of ${target}` : ''}
        below={holds ? t`seconds` : t`of ${target}`}
        label={label}
      />
    )
  }
  const tempo = paceOf(item)
  const { part, share, left } = partAt(tempo, bout.inRep)
  const long = part === 'stay' && tempo.stay >= 5 && !breathes(item)
  return (
    <Ring
      share={bout.done / target}
      inner={part === 'back' ? 1 - share : part === 'stay' ? 1 : share}
      value={long ? String(Math.ceil(left)) : String(bout.done)}
      above={i18n._((breathes(item) ? BREATH_PARTS : PARTS)[part])}
      below={long ? t`${bout.done} of ${target} done` : t`of ${target}`}
      look={long ? 'hold' : 'work'}
      label={label}
    />
  )
}
