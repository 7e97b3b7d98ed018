import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { dataSchemaPaths, writeJsonSchema } from '#outputs/json.ts';

export const getStaticPaths = dataSchemaPaths;
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeJsonSchema(currentEdition(), props.name));
