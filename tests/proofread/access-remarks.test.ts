import { expect, test } from 'vitest';
import { accessRemarks } from '#proofread/access-remarks.ts';

const told = (body: string) =>
  accessRemarks({
    file: 'index.ru.md',
    source: { file: 'index.ru.md', format: 'md', body, bodyLine: 5 },
  }).map(({ id, line, params }) => [id, line, ...Object.values(params)]);

test.each([
  ['![DSC_0012.jpg](./a.jpg)', ['empty-alt', 5, 'DSC_0012.jpg']],
  ['![фото](./a.jpg)', ['empty-alt', 5, 'фото']],
  ['![Рисунок 1](./a.jpg)', ['empty-alt', 5, 'Рисунок 1']],
  ['Читайте [здесь](https://example.org/a).', ['empty-link', 5, 'здесь', 'https://example.org/a']],
  ['Оқыңыз: [толығырақ](/kk/a/)', ['empty-link', 5, 'толығырақ', '/kk/a/']],
  ['Слово.\n\n#### Порядок', ['heading-skips', 7, 'Порядок', '## Порядок']],
  ['## А\n\n#### Б', ['heading-skips', 7, 'Б', '### Б']],
  ['**Порядок приёма**\n\nТекст.', ['bold-heading', 5, 'Порядок приёма', '## Порядок приёма']],
  ['| | |\n|---|---|\n| а | б |', ['table-heads', 5]],
  [
    'ВНИМАНИЮ ЖИТЕЛЕЙ ГОРОДА И ОБЛАСТИ, СРОЧНО.',
    ['capitals', 5, 'ВНИМАНИЮ ЖИТЕЛЕЙ ГОРОДА И ОБЛАСТИ, СРОЧНО.'],
  ],
])('%s', (body, remark) => expect(told(body)).toEqual([remark]));

test.each([
  '![Фото команды у моста](./a.jpg)',
  '[Порядок приёма](https://example.org/) и <https://example.org/>',
  '## А\n\n### Б\n\n## В',
  '**Внимание!**\n\nТекст.',
  '| а | б |\n|---|---|\n| | |',
  'МЧС, КНБ и ДП города. 2026',
])('nothing is said of %s', (body) => expect(told(body)).toEqual([]));
