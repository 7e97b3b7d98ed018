import type { GivenPaths, PathsFault } from './mdx-task.ts';

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Runs `getStaticPaths` of a page as Astro does.
 * @param pattern the address with its parameters: `/ru/routes/[id]`
 * @throws what the page throws
 */
export async function staticPaths(
  { getStaticPaths }: Readonly<Record<string, unknown>>,
  pattern: string,
): Promise<GivenPaths | PathsFault> {
  if (!isFunction(getStaticPaths)) return { fault: 'missing' };
  const given = await getStaticPaths({
    routePattern: pattern,
    paginate: paginator(pattern),
  });
  if (!Array.isArray(given)) return { fault: 'form' };
  const paths = given.map((each) => pathOf(pattern, each));
  return paths.every((each) => each !== undefined) ? { paths } : { fault: 'form' };
}

function isFunction(value: unknown): value is (given: object) => unknown {
  return typeof value === 'function';
}

function pathOf(pattern: string, given: unknown): GivenPaths['paths'][number] | undefined {
  const { params, props } = (given ?? {}) as { params?: Parameters; props?: Parameters };
  if (typeof params !== 'object' || params === null) return undefined;
  let isWhole = true;
  const path = pattern.replaceAll(
    /\[(?<rest>\.{3})?(?<name>\w+)\]/gu,
    (_, rest: string | undefined, name: string) => {
      const value = params[name];
      // Only a rest parameter may be absent.
      isWhole &&= typeof value === 'string' || (rest !== undefined && value === undefined);
      return typeof value === 'string' ? value : '';
    },
  );
  if (!isWhole) return undefined;
  const { title, inNavigation } = props ?? {};
  return {
    path: path.replaceAll(/^\/+|\/+$/gu, ''),
    isFurther:
      /\[(?:\.{3})?page\]/u.test(pattern) &&
      /^\d+$/u.test(String(params.page)) &&
      params.page !== '1',
    ...(typeof title === 'string' && title.trim() !== '' && { title }),
    ...(typeof inNavigation === 'boolean' && { inNavigation }),
  };
}

/** Astro's `paginate`, as far as addresses depend on it: the pages themselves are made by Astro. */
function paginator(pattern: string) {
  const startsAtOne = pattern.includes('[page]');
  return (
    data: readonly unknown[],
    options: { pageSize?: number; params?: Parameters; props?: Parameters } = {},
  ) => {
    const { pageSize = 10, params, props } = options;
    return Array.from({ length: Math.max(1, Math.ceil(data.length / pageSize)) }, (_, index) => ({
      params: { ...params, page: startsAtOne || index > 0 ? String(index + 1) : undefined },
      props: { ...props },
    }));
  };
}
