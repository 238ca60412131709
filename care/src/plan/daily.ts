import type { Condition } from '../condition.ts'
import type { Component } from './plan.ts'

/** A small habit from the library that a person's own day asks for. */
export type DailyRow = { exerciseId: string; component: Component; because: string; when: Condition }

const SITS: Condition = {
  any: [
    { fact: 'B01', atLeast: 4 },
    { fact: 'H05', includes: 'desk or laptop' },
    { fact: 'H05', includes: 'sitting' },
  ],
}

/**
 * What the day itself can do beside the sessions, by the person's own answers; each is a habit of the library and is left out like any
 * exercise where a tag forbids it. Heat comes from the patterns' menus. Author defaults, unsigned.
 */
export const DAILY: readonly DailyRow[] = [
  { exerciseId: 'desk-setup-check', component: 'posture', because: 'daily.desk', when: SITS },
  {
    exerciseId: 'phone-eye-level',
    component: 'posture',
    because: 'daily.phone',
    when: {
      any: [
        { fact: 'B05', atLeast: 3 },
        { fact: 'H05', includes: 'phone' },
      ],
    },
  },
  {
    exerciseId: 'microbreak-walk',
    component: 'home-programme',
    because: 'daily.walk-break',
    when: {
      any: [
        { fact: 'B02', atLeast: 60 },
        { fact: 'B04', atLeast: 2 },
      ],
    },
  },
  {
    exerciseId: 'ice-pack',
    component: 'pain-management',
    because: 'daily.cold',
    when: { fact: 'H06', includes: 'cold' },
  },
]
