import { expect, test } from 'vitest';
import { componentProps } from '#body/component-props.ts';

const of = (script: string) => componentProps(`---\n${script}\n---\n<p>x</p>\n`);

test('names, needs and choices are read from an interface', () =>
  expect(
    of(`import x from './x.ts';
interface Props {
  /** The number; see https://example.org */
  route: string;
  readonly note?: string; // not needed
  'data-kind'?: 'a' | "b";
  wide: boolean
  kind:
    | 'bus'
    | 'tram';
  from: string | undefined;
}
const { route } = Astro.props;`),
  ).toEqual({
    attributes: ['route', 'note', 'data-kind', 'wide', 'kind', 'from'],
    needs: [['route', 'kind']],
    choices: { 'data-kind': ['a', 'b'], kind: ['bus', 'tram'] },
  }));

test('and from a type', () =>
  expect(of('type Props = { a: string, b?: Array<{ c: string; d: () => void }> };')).toEqual({
    attributes: ['a', 'b'],
    needs: [['a']],
    choices: {},
  }));

test('no props are no attributes', () =>
  expect(of('interface Props {}')).toEqual({ attributes: [], needs: [[]], choices: {} }));

test.each([
  ['no props', 'const { a } = Astro.props;'],
  ['props that extend others', 'interface Props extends Others { a: string }'],
  ['props that are joined', 'type Props = { a: string } & Others;'],
  ['props of another type', "type Props = HTMLAttributes<'a'>;"],
  ['any name', 'interface Props { [name: string]: string }'],
  ['props that do not end', 'interface Props { a: string;'],
])('%s say nothing', (_, script) => expect(of(script)).toBeUndefined());

test('a component without a script says nothing', () =>
  expect(componentProps('<p>interface Props { a: string }</p>')).toBeUndefined());
