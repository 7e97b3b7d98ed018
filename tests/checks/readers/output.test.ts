import { expect, test } from 'vitest';
import { outputOf } from '../site.ts';

test.each(['/press/100%/', '/press/kk/#50%', '/press/%D0'])(
  'an address that is wrongly encoded leads nowhere and stops nobody: %s',
  (address) => {
    expect(outputOf({}).resolve(address, '/kk/')).toEqual({ to: 'nothing' });
  },
);
