import { expect, test } from 'vitest';
import { contents, type SiteName } from './build-all.ts';
import { builtSite, filesWith } from './site.ts';

test.each(Object.keys(contents) as SiteName[])(
  'nothing of the desk is in the public site %s',
  (name) => {
    const site = builtSite(name);
    expect(site.files.filter((file) => /^\/(?:admin|desk)(?:\/|$)|sveltia/u.test(file))).toEqual(
      [],
    );
    for (const trace of ['sveltia', '/admin/', '/desk/check'])
      expect(filesWith(site, trace)).toEqual([]);
  },
);
