import type { Foreseen, Foresight } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import styles from './plan-editor.module.css'

/** The first part of a reason names its exercise, which stands above it already. */
const without = (title: string, words: string) =>
  words.startsWith(`${title}: `) ? words.slice(title.length + 2) : words

function Step({ item: { title, after, easy, held, hurts } }: { item: Foreseen }) {
  const said = (change: Foreseen['easy']) =>
    (change?.because ?? []).map((one) => without(title, explain(one))).join(' ')
  return (
    <li>
      <strong>{title}</strong>
      <dl>
        <div>
          <dt>
            {after === 1 ? (
              <Trans>If the next session is easy</Trans>
            ) : (
              <Trans>If two sessions are easy</Trans>
            )}
          </dt>
          <dd>
            {easy ? (
              <>
                ↑ {said(easy)}{' '}
                {easy.status === 'waiting' ? (
                  <em>
                    <Trans>It would wait for you.</Trans>
                  </em>
                ) : (
                  <em>
                    <Trans>Listed for your co-sign.</Trans>
                  </em>
                )}
              </>
            ) : (
              <>→ {said(held)}</>
            )}
          </dd>
        </div>
        {hurts && (
          <div>
            <dt>
              <Trans>If it hurts too much</Trans>
            </dt>
            <dd>↓ {said(hurts)}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}

/** What the rules would do next with this draft: the rules themselves, over the real reports and imagined sessions. */
export function NextSteps({ foresight, fresh }: { foresight: Foresight | null; fresh: boolean }) {
  return (
    <section className={styles['card']} aria-labelledby="next" aria-busy={!fresh}>
      <h2 id="next">
        <Trans>What the rules would do next</Trans>
      </h2>
      {foresight === null ? (
        <p className={styles['quiet']}>
          <Trans>It appears here when nothing stands against the draft.</Trans>
        </p>
      ) : (
        <>
          <p className={styles['quiet']}>
            <Trans>
              The rules themselves, run over the sessions so far and over imagined ones. At most two exercises
              grow after one session.
            </Trans>
          </p>
          <ul className={styles['next']}>
            {foresight.items.map((item) => (
              <Step key={item.itemId} item={item} />
            ))}
          </ul>
          <h3>
            <Trans>Out of “{foresight.phase.label}”</Trans>
          </h3>
          <ul className={styles['next']}>
            {foresight.phase.met.map((words) => (
              <li key={words}>
                ✓ <Trans>met: {words}</Trans>
              </li>
            ))}
            {foresight.phase.open.map((words) => (
              <li key={words}>
                ○ <Trans>open: {words}</Trans>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
