/** An item of an export, as the parser gives it: fields that stand twice as lists, those with attributes as objects. */
export interface Item {
  readonly title?: unknown;
  readonly link?: unknown;
  readonly guid?: unknown;
  readonly 'content:encoded'?: unknown;
  readonly 'excerpt:encoded'?: unknown;
  readonly 'wp:post_id'?: unknown;
  readonly 'wp:post_date'?: unknown;
  readonly 'wp:post_date_gmt'?: unknown;
  readonly 'wp:post_type'?: unknown;
  readonly 'wp:status'?: unknown;
  readonly 'wp:post_password'?: unknown;
  readonly 'wp:is_sticky'?: unknown;
  readonly 'wp:attachment_url'?: unknown;
  readonly 'wp:postmeta'?: unknown;
  readonly category?: unknown;
}

/** The text of a field; empty where there is none. */
export function said(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return said(value[0]);
  return typeof value === 'object' && value !== null && '#text' in value
    ? said(value['#text'])
    : '';
}

/** A category, a tag or a language of an item. */
export interface Term {
  readonly id: string;
  readonly name: string;
}

export function termsOf({ category }: Item, domain: string): Term[] {
  const list: unknown[] = Array.isArray(category) ? category : [];
  return list.flatMap((term): Term[] => {
    if (typeof term !== 'object' || term === null) return [];
    const { '@domain': kind, '@nicename': id } = term as Record<string, unknown>;
    const name = said(term);
    return kind === domain ? [{ id: typeof id === 'string' ? id : name, name }] : [];
  });
}

/** What a plugin or WordPress itself has noted of an item under a key. */
export function metaOf({ 'wp:postmeta': meta }: Item, key: string): string {
  const list: unknown[] = Array.isArray(meta) ? meta : [];
  for (const one of list) {
    if (typeof one !== 'object' || one === null) continue;
    const { 'wp:meta_key': name, 'wp:meta_value': value } = one as Record<string, unknown>;
    if (said(name) === key) return said(value);
  }
  return '';
}
