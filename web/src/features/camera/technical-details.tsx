import { Trans } from '@lingui/react/macro'
import type { PoseSource } from '../../ui/camera-stage.tsx'
import styles from './camera-page.module.css'
import type { ShownTiming } from './use-timings.ts'

type TechnicalDetailsProps = { source: PoseSource | null; timing: ShownTiming | null }

/** For the person who helps: which model runs and how fast. Also what the bench reads. */
export function TechnicalDetails({ source, timing }: TechnicalDetailsProps) {
  return (
    <details
      className={styles['details']}
      data-model={source?.model}
      data-frames={timing?.frames}
      data-per-second={timing?.perSecond}
      data-pose-ms={timing?.poseMs}
      data-round-trip-ms={timing?.roundTripMs}
      data-tracker-ms={timing?.trackerMs}
    >
      <summary>
        <Trans>Technical details</Trans>
      </summary>
      {source && timing ? (
        <ul>
          <li>
            <Trans>
              Model {source.model}, on the {source.delegate}, {source.runtime}
            </Trans>
          </li>
          <li>
            <Trans>{timing.perSecond} pictures a second</Trans>
          </li>
          <li>
            <Trans>
              {timing.poseMs.toFixed(0)} ms for the pose, {timing.trackerMs.toFixed(2)} ms for the movement
            </Trans>
          </li>
        </ul>
      ) : (
        <p>
          <Trans>Not running yet.</Trans>
        </p>
      )}
    </details>
  )
}
