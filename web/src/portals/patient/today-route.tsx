import { Navigate } from '@tanstack/react-router'
import { BeforeVisitCard } from '../../features/calendar/before-visit-card.tsx'
import { MovedNote } from '../../features/calendar/moved-note.tsx'
import { DailyCard } from '../../features/daily/daily-card.tsx'
import { MorningCard } from '../../features/day/morning-card.tsx'
import { useTell } from '../../features/day/use-tell.ts'
import { RetestCard } from '../../features/evaluation/retest-card.tsx'
import { LessonCard } from '../../features/lesson/lesson-card.tsx'
import { DueCard } from '../../features/outcome/due-card.tsx'
import { DayCard } from '../../features/today/day-card.tsx'
import { KeepUp } from '../../features/today/keep-up.tsx'
import { TodayPage } from '../../features/today/today-page.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { useOwnLive } from '../../lib/live-own.ts'
import { useMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'
import { useUnsent } from './use-unsent.ts'

export function TodayRoute() {
  const config = usePublicConfig()
  const { me, offline } = useMe()
  useOwnLive(me !== null)
  const unsent = useUnsent()
  const { told, say } = useTell()
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.plan) return <Navigate to="/" replace />
  const now = nowInstant()
  const day = (
    <>
      {me.ended && <KeepUp ended={me.ended} />}
      <DayCard
        me={me}
        now={now}
        busy={told.state === 'sending'}
        onSettled={() => void say({ kind: 'settled', pain: null })}
        onWhole={() => void say({ kind: 'whole' })}
      />
    </>
  )
  const daily = <DailyCard me={me} now={now} />
  const morning = (
    <>
      <MovedNote now={now} />
      <MorningCard me={me} now={now} />
    </>
  )
  const reading = <LessonCard lesson={me.lesson} config={config} />
  const questions = (
    <>
      <BeforeVisitCard now={now} />
      <DueCard due={me.due} now={now} />
      <RetestCard retest={me.retest} now={now} />
    </>
  )
  return <TodayPage {...{ me, config, offline, unsent, now, day, daily, morning, questions, reading }} />
}
