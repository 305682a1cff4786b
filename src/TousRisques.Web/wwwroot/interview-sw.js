// Keeps the interview form for when there is no network: the page, its style sheet, its script. Nothing that anybody typed passes here.
const page = registration.scope;
const store = async answer => {
  const cache = await caches.open(page), html = await answer.clone().text();
  const wanted = [...html.matchAll(/(?:href|src)="(\/s\/[^"]+)"/g)].map(m => new URL(m[1], page).href);
  await Promise.all(wanted.map(async w => { if (!await cache.match(w)) await cache.add(w); }));
  await cache.put(page, answer);
  for (const kept of await cache.keys()) if (kept.url !== page && !wanted.includes(kept.url)) await cache.delete(kept);
};
const usable = answer => answer.ok && !answer.redirected && /html/.test(answer.headers.get('Content-Type') || '');
addEventListener('install', e => e.waitUntil((async () => {
  const answer = await fetch(page, { credentials: 'same-origin' });
  if (usable(answer)) await store(answer);
  await skipWaiting();
})()));
addEventListener('activate', e => e.waitUntil(clients.claim()));
// The network first, so that the grid is today's; but one that is slow, gone, or sends to sign in must not take the form away from somebody in the middle of an interview.
const open = async e => {
  const kept = caches.open(page).then(c => c.match(page));
  const asked = fetch(e.request).then(answer => { if (usable(answer)) e.waitUntil(store(answer.clone())); return answer; });
  const late = new Promise(r => setTimeout(r, 4000));
  try {
    const answer = await Promise.race([asked, late]);
    if (answer && usable(answer)) return answer;
    return await kept || answer || await asked;
  } catch (broken) {
    const form = await kept;
    if (form) return form;
    throw broken;
  }
};
addEventListener('fetch', e => {
  const { request } = e, address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (request.mode === 'navigate') e.respondWith(open(e));
  else if (address.pathname.startsWith('/s/')) e.respondWith(caches.open(page).then(c => c.match(request)).then(kept => kept || fetch(request)));
});
