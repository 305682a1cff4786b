// Keeps a page alive: swaps parts as the server redraws them, keeps what is typed, sends forms in order and again if need be.
// Nothing works through this alone: without it the same forms post and the same pages reload.
(() => {
  const root = document.querySelector('[data-live]');
  if (!root || !window.EventSource) return;

  // What must outlive a reload: drafts by element id, and forms not yet acknowledged. Without storage, memory has to do.
  const key = 'tr:' + location.pathname;
  let kept = { drafts: {}, queue: [] };
  try { kept = Object.assign(kept, JSON.parse(localStorage[key] || '{}')); } catch { }
  const save = () => { try { localStorage[key] = JSON.stringify(kept); } catch { } };
  const { drafts, queue } = kept;

  const band = document.getElementById('band');
  const say = text => { if (band && band.textContent !== (text || '')) band.textContent = text || ''; };
  const words = name => band ? band.dataset[name] : '';

  // Drafts. A field is dirty from the first key until the server has what was typed.
  const typed = e => e.matches('textarea,select,input:not([type=hidden],[type=password])') && e.id;
  const setDraft = e => {
    if (!typed(e) || !e.closest('[data-do]')) return;
    drafts[e.id] = e.type === 'checkbox' ? e.checked : e.value;
    save();
  };
  addEventListener('input', e => setDraft(e.target));
  const restore = within => {
    for (const id in drafts) {
      const e = document.getElementById(id);
      if (!e || !within.contains(e) || e === document.activeElement) continue;
      if (e.type === 'checkbox') e.checked = drafts[id]; else if (e.value !== drafts[id]) e.value = drafts[id];
      // Words unfold what they stand in; a choice in a list is not worth it.
      const fold = e.nodeName !== 'SELECT' && e.closest('details');
      if (fold) fold.open = true;
    }
  };
  const dirty = node => node.id in drafts || (node.querySelectorAll && [...node.querySelectorAll('[id]')].some(e => e.id in drafts));

  // Swapping: make the old tree like the new one, node by node, so that focus, caret, scroll and open folds stay where they are.
  const attributes = (a, b) => {
    for (const { name } of [...a.attributes]) if (!b.hasAttribute(name) && name !== 'open') a.removeAttribute(name);
    for (const { name, value } of [...b.attributes]) if (a.getAttribute(name) !== value && name !== 'open') a.setAttribute(name, value);
    if (a === document.activeElement || a.id in drafts) return;
    if ('checked' in a) a.checked = b.hasAttribute('checked');
    if (a.nodeName === 'INPUT' && a.type !== 'checkbox' && a.type !== 'radio') a.value = b.getAttribute('value') || '';
    if (a.nodeName === 'TEXTAREA') a.value = b.value;
    if (a.nodeName === 'OPTION') a.selected = b.hasAttribute('selected') || a.selected;
  };
  const children = (a, b) => {
    let at = a.firstChild;
    for (const wanted of [...b.childNodes]) {
      if (wanted.id) {
        const known = [...a.childNodes].find(n => n.id === wanted.id);
        // The focused element stays put: whatever stands before it goes around it.
        if (known && known !== at) {
          if (known.contains(document.activeElement)) while (at && at !== known) { const next = at.nextSibling; a.insertBefore(at, known.nextSibling); at = next; }
          else a.insertBefore(known, at);
          at = known;
        }
      }
      if (at && at.nodeName === wanted.nodeName && (at.id || '') === (wanted.id || '')) {
        const next = at.nextSibling;
        if (at.nodeType === 3) { if (at.data !== wanted.data) at.data = wanted.data; }
        else if (at.nodeType === 1) { attributes(at, wanted); if (!wanted.dataset || !wanted.dataset.ends) children(at, wanted); }
        at = next;
      } else a.insertBefore(wanted, at);
    }
    while (at) {
      const next = at.nextSibling;
      // What holds unsent words waits for them, however far the room has gone.
      if (at.nodeType === 1 && dirty(at)) at.classList.add('late-form'); else at.remove();
      at = next;
    }
  };
  // The room has gone on: the new step begins at its top, unless somebody is typing, and the resume code, shown on arrival, folds away.
  const turn = () => {
    document.getElementById('code')?.removeAttribute('open');
    if (!document.activeElement.matches('textarea,input') && !location.hash.slice(5)) scrollTo(0, 0);
  };
  const swap = (name, html) => {
    const part = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
    if (!part) return;
    const fresh = document.createElement('template'), title = () => part.querySelector('h1')?.textContent, before = title();
    fresh.innerHTML = html;
    children(part, fresh.content);
    if (before && title() !== before) turn();
    // The whole page takes the colour of the act.
    const act = /top|stage/.test(name) && part.querySelector('[data-accent]');
    if (act) document.body.dataset.accent = act.dataset.accent;
    restore(part);
    tick();
  };

  // Sending. One at a time, in order; each keeps the id it was born with, so that sending it again has no second effect.
  let sending = false, wait = 0;
  const flush = async () => {
    if (sending || !queue.length) return;
    sending = true;
    const { url, body, form, fields } = queue[0];
    let answer, refusal = '';
    try {
      const response = await fetch(url, { method: 'POST', headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' }, body });
      if (response.status === 429 || response.status >= 500) throw response.headers.get('Retry-After');
      answer = await response.json().catch(() => ({}));
      if (!answer.ok) refusal = (answer.refusal && answer.refusal.text) || response.statusText;
      wait = 0;
    } catch (after) {
      sending = false;
      say(words('offline'));
      wait = Math.min(15, wait * 1.6 + 1);
      setTimeout(flush, 1000 * (Number(after) || wait) + Math.random() * 500);
      return;
    }
    queue.shift();
    sending = false;
    for (const id in fields) {
      const e = document.getElementById(id);
      if (refusal) { if (!(id in drafts)) drafts[id] = fields[id]; continue; }
      if (drafts[id] !== fields[id]) continue; // typed on since: not sent yet
      delete drafts[id];
      if (e && / clear /.test(` ${form} `) && e.nodeName !== 'SELECT' && e.value === fields[id]) e.value = '';
      const late = e && e.closest('.late-form');
      if (late && !dirty(late)) late.remove();
    }
    save();
    say(refusal || (queue.length ? words('offline') : band && band.textContent === words('offline') ? words('sent') : ''));
    flush();
  };

  const press = button => {
    if (!button || !button.hasAttribute('aria-pressed')) return;
    for (const other of button.parentNode.querySelectorAll('[aria-pressed]')) other.setAttribute('aria-pressed', String(other === button));
  };
  // The next card that has no verdict; going round; else stay.
  const nextCard = card => {
    const open = c => !c.querySelector('[aria-pressed=true]');
    const cards = [...card.parentNode.children], i = cards.indexOf(card);
    const next = cards.slice(i + 1).concat(cards.slice(0, i)).find(open);
    if (next) setTimeout(() => next.scrollIntoView({ inline: 'center', block: 'nearest' }), 250);
  };
  // A ranking is sent whole: tapped ones go to its end, or out of it.
  const rank = (form, button, data) => {
    const list = form.closest('[data-ranking]'), own = data.get('own');
    let order = list.dataset.ranking ? list.dataset.ranking.split('\n') : [];
    const line = own !== null ? (own.trim() ? '=' + own.trim() : '') : button.value;
    order = order.includes(line) ? order.filter(l => l !== line) : line ? [...order, line].slice(0, 5) : order;
    list.dataset.ranking = order.join('\n');
    data.delete('ranking'); data.delete('own');
    for (const l of order) data.append('ranking', l);
    for (const b of list.querySelectorAll('.pick')) {
      const at = order.indexOf(b.value);
      b.setAttribute('aria-pressed', String(at >= 0));
      b.querySelector('.place').textContent = at >= 0 ? at + 1 : '';
    }
  };
  addEventListener('submit', e => {
    const form = e.target, button = e.submitter, what = form.dataset.do;
    if (what === undefined) return;
    e.preventDefault();
    const data = new FormData(form);
    if (button && button.name) data.set(button.name, button.value);
    if (/rank/.test(what)) rank(form, button, data); else press(button);
    data.delete('id');
    const body = new URLSearchParams(data) + '&id=';
    if (queue.some(q => q.body.startsWith(body))) return; // tapped twice while it waits
    const id = [...crypto.getRandomValues(new Uint8Array(12))].map(n => n.toString(16).padStart(2, '0')).join('');
    const fields = {};
    for (const field of form.elements) if (typed(field)) { fields[field.id] = field.type === 'checkbox' ? field.checked : field.value; if (field.value && field.nodeName !== 'SELECT') drafts[field.id] = fields[field.id]; }
    queue.push({ url: form.getAttribute('action') || location.pathname, body: body + id, form: what, fields });
    save();
    if (/next/.test(what)) nextCard(form.closest('article'));
    flush();
  });

  // Time left, counted here on the server's clock.
  const skew = root.dataset.now ? root.dataset.now - Date.now() : 0;
  function tick() {
    for (const e of document.querySelectorAll('[data-ends]')) {
      const s = Math.round((e.dataset.ends - Date.now() - skew) / 1000), m = Math.abs(s);
      e.textContent = (s < 0 ? '+' : '') + Math.floor(m / 60) + ':' + String(m % 60).padStart(2, '0');
      e.classList.toggle('late', s < 0);
    }
  }
  setInterval(tick, 1000);

  // Listening. A line that breaks mends itself; one that the server refused is tried again a little later.
  let source, quiet;
  const listen = () => {
    source = new EventSource(root.dataset.live);
    source.onopen = () => { clearTimeout(quiet); if (!queue.length && band && band.textContent === words('offline')) say(''); flush(); };
    source.onerror = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => say(words('offline')), 1500);
      if (source.readyState === 2) setTimeout(listen, 2000 + Math.random() * 2000);
    };
    source.addEventListener('part', e => { const cut = e.data.indexOf('\n'); swap(cut < 0 ? e.data : e.data.slice(0, cut), cut < 0 ? '' : e.data.slice(cut + 1)); });
    source.addEventListener('gone', () => { source.close(); say(words('gone')); location.reload(); });
  };
  addEventListener('online', flush);
  addEventListener('keydown', e => { if (e.key === 'Escape' && location.hash) location.hash = '#main'; });

  restore(document);
  const deck = document.querySelector('[data-deck]');
  if (deck && !location.hash) { const open = [...deck.children].find(c => !c.querySelector('[aria-pressed=true]')); if (open) deck.scrollLeft = open.offsetLeft - deck.firstElementChild.offsetLeft; }
  tick();
  listen();
  flush();
})();
