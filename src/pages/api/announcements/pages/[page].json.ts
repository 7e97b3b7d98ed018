import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeJson } from '#outputs/json.ts';
import { announcementPages } from '#outputs/open-data.ts';

export const getStaticPaths = () => announcementPages(currentEdition()).map((data) => ({ params: { page: String(data.page) }, props: { data } }));
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeJson(currentEdition(), 'announcements', props.data));
