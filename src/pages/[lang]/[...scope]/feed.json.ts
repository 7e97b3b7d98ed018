import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { makeFeed } from '#outputs/feed.ts';
import { writeJsonFeed } from '#outputs/json-feed.ts';
import { scopeFeedPaths } from '#views/paths.ts';

export const getStaticPaths = () => scopeFeedPaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeJsonFeed(makeFeed(currentEdition(), props)));
