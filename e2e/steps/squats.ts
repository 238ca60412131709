/** The person's own plan, with its first exercise exchanged for the squats that are in front of the camera. */
import type { Dosage, Exercise, Me } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import type { Page } from '@playwright/test'

export const squat = loadContent().exercises.find(({ id }) => id === 'squat') as Exercise

/** Sets of so many squats without a tempo; `dosage` changes more of it, `also` what else the person's page is told. */
export async function prescribeSquats(
  page: Page,
  reps: number,
  dosage: Partial<Dosage> = {},
  also: (me: Me) => void = () => undefined,
): Promise<void> {
  await page.route('**/api/me', async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const me = (await response.json()) as Me
    const first = me.prescription?.items[0]
    if (me.prescription && first) {
      const given = { sets: 1, reps, durationSeconds: null, holdSeconds: 0, tempo: null, perSide: false }
      me.prescription.items = [
        { ...first, exercise: squat, easier: null, dosage: { ...first.dosage, ...given, ...dosage } },
      ]
      also(me)
    }
    await route.fulfill({ response, json: me })
  })
}
