/** The rig of the end-to-end tests; it lives in sandbox/ because the benchmark stands on it too. */
export * from '../../../sandbox/rig';
