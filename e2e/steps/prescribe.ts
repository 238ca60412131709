/** The person's own plan, with its first exercise exchanged for what the test is about. */
import type { Dosage, Exercise, Me } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import type { Page } from '@playwright/test'

export const squat = loadContent().exercises.find(({ id }) => id === 'squat') as Exercise

/** Sets of so many squats without a tempo; `dosage` changes more of it, `also` what else the person's page is told. */
export const prescribeSquats = (
  page: Page,
  reps: number,
  dosage: Partial<Dosage> = {},
  also: (me: Me) => void = () => undefined,
): Promise<void> => {
  const given = {
    sets: 1,
    reps,
    durationSeconds: null,
    holdSeconds: 0,
    tempo: null,
    perSide: false,
    ...dosage,
  }
  return prescribe(page, squat, given, (me) => {
    me.prescription?.items.splice(1)
    also(me)
  })
}

/** The person's own plan, with this exercise, dosed like this, in the place of its first; `also` changes more of what the page is told. */
export async function prescribe(
  page: Page,
  exercise: Exercise,
  dosage: Partial<Dosage>,
  also: (me: Me) => void = () => undefined,
): Promise<void> {
  await page.route('**/api/me', async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const me = (await response.json()) as Me
    const [first, ...others] = me.prescription?.items ?? []
    if (me.prescription && first) {
      const begun = { ...first, exercise, easier: null, dosage: { ...first.dosage, ...dosage } }
      me.prescription.items = [begun, ...others]
      also(me)
    }
    await route.fulfill({ response, json: me })
  })
}
