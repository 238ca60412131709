import type { Signal } from '@dorsal/motion'

/**
 * The least and greatest value that a healthy body can reach, in the signal's unit: a limit beyond it would never be broken.
 * General textbook ranges of motion, rounded outward; ratios from the proportions of the body.
 */
export const JOINT_RANGES: Readonly<Record<Signal, readonly [number, number]>> = {
  trunk_axial_rotation: [-75, 75],
  trunk_lateral_flexion: [-50, 50],
  trunk_inclination: [-45, 120],
  thoracic_extension_proxy: [-50, 50],
  quad_trunk_curve: [-0.6, 0.6],
  quad_arm_elevation: [-30, 180],
  shoulder_flexion: [-60, 185],
  shoulder_abduction: [0, 185],
  hand_separation_ratio: [0, 5],
  elbow_back_ratio: [-1, 1],
  scapular_retraction_proxy: [-0.3, 0.3],
  shrug_index: [0.4, 1.4],
  shoulder_external_rotation: [-70, 100],
  elbow_flexion: [0, 155],
  neck_rotation: [-90, 90],
  neck_lateral_flexion: [-60, 60],
  head_forward_angle: [0, 90],
  hip_flexion: [-30, 130],
  knee_flexion: [0, 150],
  body_line: [60, 230],
  limb_line: [45, 200],
  hip_height_cycle: [0, 1.1],
  pelvis_lift: [80, 210],
  leg_lower_angle: [-10, 130],
  hip_abduction_sidelying: [0, 1.6],
  arm_straight_press: [-0.3, 0.3],
  respiratory_wave: [3, 40],
  step_cadence: [0, 200],
  hold_pose: [0, 180],
  pelvis_rotation: [-90, 90],
  hip_drift: [0, 2],
  head_pitch: [-70, 60],
  rounded_shoulder_offset: [-0.4, 0.4],
  upper_body_turn: [-60, 60],
  face_turn: [-160, 160],
  arm_opening: [0, 210],
}
