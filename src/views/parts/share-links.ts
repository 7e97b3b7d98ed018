import type { Link } from './link.ts';

/** A link that opens another program with the announcement in it. */
export interface ShareLink extends Link {
  readonly name: 'telegram' | 'whatsapp' | 'mail';
}

/**
 * Plain links for sharing a page. They work without script, and nothing is asked of another host before a reader
 * follows one.
 * @param address absolute
 * @param mail the word for e-mail in the language of the page
 */
export function shareLinks(title: string, address: string, mail: string): ShareLink[] {
  const [text, url] = [encodeURIComponent(title), encodeURIComponent(address)];
  return [
    // core.telegram.org/widgets/share
    {
      name: 'telegram',
      text: 'Telegram',
      href: `https://t.me/share/url?url=${url}&text=${text}`,
    },
    // faq.whatsapp.com, "How to use click to chat"
    { name: 'whatsapp', text: 'WhatsApp', href: `https://wa.me/?text=${text}%20${url}` },
    // RFC 6068
    { name: 'mail', text: mail, href: `mailto:?subject=${text}&body=${url}` },
  ];
}
