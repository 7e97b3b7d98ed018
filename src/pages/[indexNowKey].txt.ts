import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { indexNowPaths } from '#outputs/index-now.ts';

export const getStaticPaths = () => indexNowPaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(props.key);
