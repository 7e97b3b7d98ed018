import { expect, test } from 'vitest';
import { nearest } from '#lang/nearest.ts';

const known = ['title', 'topics', 'people', 'divisions', 'cover'];

test.each([
  ['topcs', 'topics'],
  ['Title', 'title'],
  ['devisions', 'divisions'],
  ['ttl', undefined],
  ['importance', undefined],
  ['', undefined],
])('%s most likely means %s', (word, expected) => expect(nearest(word, known)).toBe(expected));

test('among no words there is no nearest', () => expect(nearest('title', [])).toBeUndefined());
