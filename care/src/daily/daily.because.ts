/** Why the clinic is to look at a timer of daily life that was stopped. */
export const DAILY_SENTENCES: Readonly<Record<string, string>> = {
  'daily.danger': 'You reported a warning sign during a timer for daily life ({rule}).',
  'daily.stopped': 'A timer for daily life was stopped because of what you felt ({rule}).',
}
