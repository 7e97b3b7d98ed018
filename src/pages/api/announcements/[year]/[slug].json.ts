import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeJson } from '#outputs/json.ts';
import { announcementData } from '#outputs/open-data.ts';

export const getStaticPaths = () => currentEdition().model.announcements.map((announcement) => ({ params: { year: String(announcement.year), slug: announcement.slug }, props: { announcement } }));
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeJson(currentEdition(), 'announcement', announcementData(currentEdition(), props.announcement)));
