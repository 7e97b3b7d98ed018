// Draws the pictures of the invented announcements in content/: node bench/draw-example-pictures.ts
import { join } from 'node:path';
import sharp from 'sharp';

const [width, height] = [1600, 1067];
const colours = {
  night: '#0a2c4d',
  deep: '#0b4a86',
  blue: '#3b78b5',
  mist: '#a9c6e6',
  snow: '#eef4fb',
  gold: '#e0b34c',
  sand: '#f1e6cf',
  red: '#b5432b',
  ink: '#17212d',
} as const;

/** Numbers that look random and are always the same. */
function* scatter(seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647;
}

function snow(seed: number, count: number, from = 0, to = height): string {
  const next = scatter(seed);
  return Array.from({ length: count }, () => {
    const [x, y, r] = [next.next().value, next.next().value, next.next().value];
    return `<circle cx="${x * width}" cy="${from + y * (to - from)}" r="${2 + r * 5}" fill="#fff" opacity="${0.4 + r / 2}"/>`;
  }).join('');
}

function sky(top: string, bottom: string): string {
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#sky)"/>`;
}

function mountains(base: number, far: string, near: string): string {
  return `<path d="M0 ${base} L260 ${base - 300} L430 ${base - 150} L700 ${base - 420} L930 ${base - 170} L1180 ${base - 340} L1600 ${base - 60} V${height} H0z" fill="${far}"/>
<path d="M640 ${base - 358} L700 ${base - 420} L760 ${base - 355} L722 ${base - 338} L698 ${base - 362} L672 ${base - 330}z M1140 ${base - 292} L1180 ${base - 340} L1240 ${base - 300} L1196 ${base - 288}z" fill="#fff"/>
<path d="M0 ${base + 60} Q400 ${base - 140} 820 ${base + 20} T1600 ${base - 40} V${height} H0z" fill="${near}"/>`;
}

function houses(base: number, fill: string, window: string): string {
  const next = scatter(7);
  return Array.from({ length: 14 }, (_, index) => {
    const [x, tall] = [index * 118 - 20, 140 + next.next().value * 220];
    const windows = Array.from({ length: 6 }, (__, place) =>
      next.next().value > 0.45
        ? `<rect x="${x + 18 + (place % 2) * 42}" y="${base - tall + 24 + Math.floor(place / 2) * 46}" width="22" height="26" fill="${window}"/>`
        : '',
    ).join('');
    return `<rect x="${x}" y="${base - tall}" width="104" height="${tall + 20}" fill="${fill}"/>${windows}`;
  }).join('');
}

const { night, deep, blue, mist, snow: white, gold, sand, red, ink } = colours;
const street = (fill: string) => `<rect y="800" width="100%" height="300" fill="${fill}"/>`;
const car = `<g transform="translate(420 640)"><path d="M20 140 Q30 70 130 60 L250 0 H470 Q560 10 620 70 L740 90 Q770 100 770 150 V200 H20z" fill="#fff"/><path d="M20 150 H770 V178 H20z" fill="${deep}"/><path d="M262 20 H350 V66 H190z M370 20 H462 Q520 30 560 66 H370z" fill="${mist}"/><rect x="330" y="-30" width="70" height="30" rx="8" fill="#4a90ff"/><circle cx="180" cy="200" r="64" fill="${ink}"/><circle cx="180" cy="200" r="28" fill="${mist}"/><circle cx="610" cy="200" r="64" fill="${ink}"/><circle cx="610" cy="200" r="28" fill="${mist}"/><circle cx="365" cy="-16" r="130" fill="#4a90ff" opacity=".22"/></g>`;
const walker = (x: number, size: number, fill: string) =>
  `<g transform="translate(${x} ${880 - 260 * size}) scale(${size})" fill="${fill}"><circle cx="60" cy="40" r="36"/><path d="M30 90 H92 L104 190 H84 L96 330 H66 L58 220 L44 330 H14 L30 190 H14z"/></g>`;

const pictures = {
  '2026/road-closure/cover.jpg': `${sky(night, deep)}${houses(800, '#08233d', gold)}${street('#1d2b3a')}
    <g transform="translate(330 640)"><rect x="0" y="0" width="940" height="110" rx="12" fill="#fff"/>${[0, 1, 2, 3, 4, 5].map((n) => `<path d="M${n * 160 + 10} 110 L${n * 160 + 90} 0 H${n * 160 + 160} L${n * 160 + 80} 110z" fill="${red}"/>`).join('')}<rect x="90" y="110" width="34" height="210" fill="#fff"/><rect x="810" y="110" width="34" height="210" fill="#fff"/></g>
    <g transform="translate(800 330)"><circle r="150" fill="${deep}" stroke="#fff" stroke-width="16"/><path d="M-70 40 H20 V90 L110 0 L20 -90 V-40 H-70z" fill="#fff"/></g>`,
  '2026/frost-warning/cover.jpg': `${sky(blue, white)}${mountains(760, mist, '#dfeaf6')}${snow(11, 160)}
    <g transform="translate(740 130)"><rect x="0" y="0" width="120" height="640" rx="60" fill="#fff" stroke="${deep}" stroke-width="14"/><circle cx="60" cy="690" r="110" fill="${deep}"/><rect x="36" y="430" width="48" height="240" fill="${deep}"/>${[0, 1, 2, 3, 4, 5, 6].map((n) => `<rect x="130" y="${60 + n * 80}" width="${n % 2 ? 40 : 70}" height="10" fill="${deep}"/>`).join('')}</g>`,
  '2026/drawing-competition/cover.jpg': `<rect width="100%" height="100%" fill="${sand}"/><g transform="rotate(-4 800 560)"><rect x="330" y="190" width="880" height="640" fill="#fff" stroke="#d8cbb0" stroke-width="6"/><rect x="370" y="230" width="800" height="300" fill="#cfe6fb"/><circle cx="1050" cy="310" r="54" fill="${gold}"/><path d="M430 530 V380 L530 300 L630 380 V530z" fill="${red}"/><rect x="370" y="530" width="800" height="260" fill="#7b8794"/>${[0, 1, 2, 3, 4, 5].map((n) => `<rect x="${430 + n * 120}" y="560" width="64" height="200" fill="#fff"/>`).join('')}<circle cx="760" cy="420" r="34" fill="#f1c9a5"/><path d="M716 530 L740 455 H780 L804 530z" fill="#2d8a57"/></g>
    ${[red, gold, '#2d8a57', deep].map((fill, n) => `<g transform="translate(${240 + n * 330} 930) rotate(${-12 + n * 9})"><rect width="260" height="44" fill="${fill}"/><path d="M260 0 L310 22 L260 44z" fill="#f3d9b1"/><path d="M292 14 L310 22 L292 30z" fill="${fill}"/></g>`).join('')}`,
  '2026/new-year-patrol/square.jpg': `${sky('#071a30', deep)}${houses(820, '#0d2f52', gold)}<rect y="820" width="100%" height="260" fill="#dbe7f3"/>
    <path d="M800 170 L1000 470 H920 L1080 690 H970 L1130 880 H470 L630 690 H520 L680 470 H600z" fill="#1f6b45"/><path d="M800 90 l22 52 56 4 -43 37 14 55 -49-30 -49 30 14-55 -43-37 56-4z" fill="${gold}"/>${[
      [740, 380, red],
      [860, 430, gold],
      [700, 580, mist],
      [820, 610, red],
      [940, 600, gold],
      [620, 800, gold],
      [760, 780, red],
      [900, 790, mist],
      [1000, 830, red],
    ]
      .map(([x, y, fill]) => `<circle cx="${x}" cy="${y}" r="22" fill="${fill}"/>`)
      .join('')}${snow(5, 220)}`,
  '2026/new-year-patrol/patrol.jpg': `${sky('#081c33', night)}${houses(800, '#0d2f52', gold)}${street('#dbe7f3')}${car}${snow(23, 150)}`,
  '2026/new-year-patrol/morning.jpg': `${sky('#f6b78b', '#fbeadb')}<circle cx="1180" cy="420" r="110" fill="${gold}"/>${mountains(700, '#8fa9c9', '#c9d9ea')}<g transform="translate(0 40)">${houses(860, '#6d86a5', '#f8e2b0')}</g><rect y="880" width="100%" height="190" fill="#eef4fb"/>${snow(31, 40, 880, height)}`,
  '2025/lesson-on-fraud/cover.jpg': `<rect width="100%" height="100%" fill="#dfeaf6"/><g transform="translate(560 90)"><rect width="480" height="880" rx="64" fill="${ink}"/><rect x="28" y="70" width="424" height="730" fill="#fff"/><path d="M240 190 L400 470 H80z" fill="${gold}"/><rect x="224" y="280" width="32" height="100" fill="${ink}"/><circle cx="240" cy="420" r="18" fill="${ink}"/>${[0, 1, 2].map((n) => `<rect x="80" y="${540 + n * 60}" width="${320 - n * 70}" height="24" rx="12" fill="${mist}"/>`).join('')}</g>
    <path d="M1600 900 L1180 700 Q1090 650 1060 690 Q1040 730 1120 770 L1300 900 L1360 1067 H1600z" fill="#f1c9a5"/>`,
  '2025/crossing-week/cover.jpg': `${sky('#8fb6dc', '#e9f1f9')}${houses(760, blue, '#dfeaf6')}<rect y="760" width="100%" height="320" fill="#54606d"/>${[0, 1, 2, 3, 4, 5, 6].map((n) => `<path d="M${120 + n * 210} 820 h110 l-20 220 h-130z" fill="#fff"/>`).join('')}
    <g transform="translate(1290 250)"><rect x="60" y="300" width="24" height="520" fill="${ink}"/><rect width="144" height="330" rx="26" fill="${ink}"/><circle cx="72" cy="70" r="44" fill="#5a2018"/><circle cx="72" cy="166" r="44" fill="#5a4a18"/><circle cx="72" cy="262" r="44" fill="#47c27b"/></g>${walker(420, 1, night)}${walker(640, 0.72, red)}${walker(860, 0.95, deep)}`,
} as const satisfies Readonly<Record<string, string>>;

for (const [name, drawing] of Object.entries(pictures)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawing}</svg>`;
  await sharp(Buffer.from(svg))
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(join('content/announcements', name));
}
