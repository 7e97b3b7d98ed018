import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeAtom } from '#outputs/atom.ts';
import { feedArchivePaths } from '#outputs/feed-archive.ts';
import { makeArchiveFeed } from '#outputs/feed.ts';

export const getStaticPaths = () => feedArchivePaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeAtom(makeArchiveFeed(currentEdition(), props)));
