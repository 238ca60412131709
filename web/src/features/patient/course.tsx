import type { PatientRecord } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import styles from './patient-page.module.css'
import { painSeries, rangeSeries } from './series.ts'
import { TrendChart } from './trend-chart.tsx'

/** The measured movements in the clinician's words. */
const SIGNALS: Readonly<Record<string, MessageDescriptor>> = {
  trunk_axial_rotation: msg`Trunk rotation`,
  trunk_lateral_flexion: msg`Side bend`,
  trunk_inclination: msg`Trunk lean`,
  shoulder_flexion: msg`Shoulder flexion`,
  shoulder_abduction: msg`Shoulder abduction`,
  elbow_flexion: msg`Elbow bend`,
  knee_flexion: msg`Knee bend`,
  hip_flexion: msg`Hip bend`,
  neck_rotation: msg`Head turn`,
  neck_lateral_flexion: msg`Head side bend`,
}

/** Pain and range over time, each with its table. */
export function Course({ record }: { record: PatientRecord }) {
  const { t, i18n } = useLingui()
  const pain = painSeries(record)
  const ranges = rangeSeries(record)
  const words = { locale: i18n.locale, dateWord: t`Day`, tableWord: t`The same as a table` }
  return (
    <section aria-labelledby="course" className={styles['block']}>
      <h2 id="course">
        <Trans>Course</Trans>
      </h2>
      {pain.before.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>No session yet. Pain and range appear here after the first one.</Trans>
        </p>
      ) : (
        <TrendChart
          {...words}
          title={t`Pain`}
          unit={t`0 none to 10 worst`}
          max={10}
          lines={[
            { label: t`before the session`, points: pain.before, look: 'first' },
            { label: t`after the session`, points: pain.after, look: 'second' },
          ]}
        />
      )}
      {ranges.map(({ signal, unit, points }) => (
        <TrendChart
          key={signal}
          {...words}
          title={SIGNALS[signal] ? i18n._(SIGNALS[signal]) : signal.replaceAll('_', ' ')}
          unit={t`${unit === 'deg' ? '°' : unit}, bars show the error of measurement`}
          max={Math.ceil((Math.max(...points.map((p) => p.value + (p.error ?? 0))) * 1.1) / 10) * 10}
          lines={[{ label: t`best of the session`, points, look: 'first' }]}
        />
      ))}
    </section>
  )
}
