/** Why there is a picture but no pose. Each is its own plain message; the words live with the interface. */
export type PoseFailure = 'model-missing' | 'wasm-failed' | 'browser-too-old' | 'worker-died'
