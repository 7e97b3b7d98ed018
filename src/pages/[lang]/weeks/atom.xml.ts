import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeAtom } from '#outputs/atom.ts';
import { makeDigestFeed } from '#outputs/digest-feed.ts';
import { localePaths } from '#views/paths.ts';

export const getStaticPaths = () => localePaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeAtom(makeDigestFeed(currentEdition(), props.locale)));
