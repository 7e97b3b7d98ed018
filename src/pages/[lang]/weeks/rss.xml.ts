import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { makeDigestFeed } from '#outputs/digest-feed.ts';
import { writeRss } from '#outputs/rss.ts';
import { localePaths } from '#views/paths.ts';

export const getStaticPaths = () => localePaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) => new Response(await writeRss(makeDigestFeed(currentEdition(), props.locale)));
