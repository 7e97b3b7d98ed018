import { defineConfig } from 'vitest/config';

/** `npm run test:long`: hundreds of random rounds. `SEED` repeats one, `ROUNDS` says how many. */
export default defineConfig({
  test: { include: ['tests/long/**/*.test.ts'], testTimeout: 3_600_000 },
});
