export * from './access/access.ts'
export * from './adaptation/adaptation.ts'
export * from './because.ts'
export * from './condition.ts'
export * from './content.ts'
export * from './contract/contract.ts'
export * from './contract/endpoint.ts'
export * from './decision.ts'
export * from './errors.ts'
export * from './evaluation/evaluation.ts'
export * from './exercise/exercise.ts'
export * from './ids.ts'
export * from './intake/intake.ts'
export * from './panel/panel.ts'
export * from './plan/plan.ts'
export {
  Next,
  PrescribedItem,
  Prescription,
  SessionChange,
  SessionReport,
  SetReport,
} from './session/session.ts'
export * from './triage/red-flag.ts'
