import type { StringId } from '#lang/strings-keys.ts';

/** The look without a choice of the reader, which follows the settings of their system. It is first in each list. */
export const usual = 'usual';

/**
 * What a reader with poor sight may set. A setting is a `data-…` attribute of the root element; each has its values
 * and their names.
 */
export const readerSettings = {
  size: {
    name: 'view.size',
    values: { usual: 'view.sizeUsual', large: 'view.sizeLarge', largest: 'view.sizeLargest' },
  },
  colours: {
    name: 'view.colours',
    values: {
      usual: 'view.coloursUsual',
      white: 'view.coloursWhite',
      black: 'view.coloursBlack',
      blue: 'view.coloursBlue',
      beige: 'view.coloursBeige',
    },
  },
  spacing: {
    name: 'view.spacing',
    values: { usual: 'view.spacingUsual', wide: 'view.spacingWide' },
  },
  face: { name: 'view.face', values: { usual: 'view.faceUsual', serif: 'view.faceSerif' } },
  pictures: {
    name: 'view.pictures',
    values: { usual: 'view.picturesUsual', grey: 'view.picturesGrey', off: 'view.picturesOff' },
  },
} as const satisfies Record<
  string,
  {
    readonly name: StringId;
    readonly values: Readonly<Record<string, StringId>> & { readonly [usual]: StringId };
  }
>;

export type ReaderSetting = keyof typeof readerSettings;

/** The values that change the look. */
export type ReaderChoice<Setting extends ReaderSetting> = Exclude<
  keyof (typeof readerSettings)[Setting]['values'],
  typeof usual
>;
