// Interviews. On any of their pages: questions are shown when what they depend on was answered so. On the page that works without network: what is typed
// is kept on this device at each key, sent when the network is back, under names made here, so that nothing is lost and nothing arrives twice.
(() => {
  const form = document.querySelector('form.xi-interview');
  if (!form) return;

  // Conditions, as ConditionJson wrote them. What was answered on other pages comes with the form.
  const elsewhere = JSON.parse(form.dataset.answers || '{}');
  const boxes = {};
  for (const box of form.querySelectorAll('[data-question]')) boxes[box.dataset.question] = box;
  const answers = name => {
    const box = boxes[name];
    if (!box) return elsewhere[name] || [];
    if (box.closest('[hidden]')) return [];
    return [...box.querySelectorAll('input,select,textarea')].filter(e => e.value !== '' && (!/radio|checkbox/.test(e.type) || e.checked)).map(e => e.value);
  };
  const read = o => typeof o === 'object' ? ('n' in o ? answers(o.n).length : answers(o.q).join(' ')) : o;
  const figure = t => String(t).trim() === '' ? NaN : Number(t);
  const compare = (how, a, b, numbers) => {
    if (!numbers && (how === '=' || how === '!=')) return (a === b) === (how === '=');
    const x = figure(a), y = figure(b);
    if (Number.isNaN(x) || Number.isNaN(y)) return how === '!=';
    return { '=': x === y, '!=': x !== y, '<': x < y, '<=': x <= y, '>': x > y, '>=': x >= y }[how];
  };
  const holds = ([what, ...of]) => {
    if (what === 'and') return of.every(holds);
    if (what === 'or') return of.some(holds);
    if (what === 'not') return !holds(of[0]);
    if (what === 'in') return String(read(of[0])).split(' ').includes(of[1]);
    const [a, b] = of.map(read);
    return compare(what, String(a), String(b), typeof a === 'number' || typeof b === 'number');
  };
  const family = form.elements.family;
  const guarded = [...form.querySelectorAll('[data-when],[data-families]')].map(e => {
    const when = e.dataset.when && JSON.parse(e.dataset.when), families = (e.dataset.families || '').split(' ').filter(Boolean);
    return [e, () => (!when || holds(when)) && (!families.length || !family || !family.value || families.includes(family.value))];
  });
  const show = (e, shown) => {
    if (e.hidden !== shown) return false;
    e.hidden = !shown;
    for (const f of e.matches('fieldset') ? [e] : e.querySelectorAll('fieldset')) f.disabled = !!f.closest('[hidden]');
    return true;
  };
  const apply = () => {
    // What one answer hides may have decided another.
    for (let i = 0; i < 8 && guarded.filter(([e, shown]) => show(e, shown())).length; i++);
  };
  for (const e of form.querySelectorAll('.xi-if')) if (e.parentNode.dataset.when) e.hidden = true; // decided here, not told
  form.addEventListener('input', apply);
  form.addEventListener('change', apply);
  apply();
  if (form.dataset.offline === undefined) return;

  // The shelf: one entry of storage for each interview.
  const prefix = 'tr-interview:' + location.pathname + ':', band = document.getElementById('band'), shelf = document.getElementById('shelf'), list = shelf.querySelector('ul');
  const version = form.elements.version.value;
  const say = (name, count) => { const text = name ? (band.dataset[name] || '').replace('{0}', count) : ''; if (band.textContent !== text) band.textContent = text; document.getElementById('again').hidden = name !== 'session'; };
  const draw = n => [...crypto.getRandomValues(new Uint8Array(n))].map(b => b.toString(16).padStart(2, '0')).join('');
  const all = () => {
    const found = [];
    try { for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) try { found.push(JSON.parse(localStorage[key])); } catch { } } catch { }
    return found.sort((a, b) => a.born - b.born);
  };
  let memory = true; // whether storage takes what is typed
  const keep = i => { try { localStorage[prefix + i.id] = JSON.stringify(i); memory = true; } catch { memory = false; say('full'); } return memory; };
  const drop = i => { try { localStorage.removeItem(prefix + i.id); } catch { } };
  const find = id => all().find(i => i.id === id);

  // The interview on the page.
  let current;
  const typed = () => [...form.elements].filter(e => e.name && !/^(id|interview|version)$/.test(e.name) && e.type !== 'submit');
  const fresh = () => ({ id: draw(12), born: Date.now(), version, turn: 0, tries: 0, state: 'open', fields: [] });
  const blank = () => { form.reset(); current = fresh(); form.elements.interview.value = current.id; apply(); };
  const fill = i => {
    form.reset();
    const values = new Map();
    for (const [name, value] of i.fields) values.set(name, [...(values.get(name) || []), value]);
    for (const e of typed()) {
      const mine = values.get(e.name);
      if (/radio|checkbox/.test(e.type)) e.checked = mine ? mine.includes(e.value) : e.type === 'radio' && e.value === '';
      else if (mine) e.value = mine.shift() ?? ''; // rankings are several lists of one name
    }
    current = i;
    form.elements.interview.value = i.id;
    apply();
  };
  const snapshot = () => {
    current.fields = typed().filter(e => !/radio|checkbox/.test(e.type) || e.checked).map(e => [e.name, e.value]);
    current.about = [form.elements.code.value.trim(), form.elements.family.value && form.elements.family.selectedOptions[0].text, form.elements.day.value].filter(Boolean).join(' · ');
    // What was sent with conditions as they stood: questions that are hidden are not asked.
    const data = new FormData(form);
    for (const name of ['id', 'interview', 'version']) data.delete(name);
    current.body = new URLSearchParams(data).toString();
  };
  const touch = () => { snapshot(); current.at = Date.now(); if (current.state === 'refused') current.state = 'open'; if (keep(current)) tell(); render(); };
  form.addEventListener('input', touch);
  form.addEventListener('change', touch);

  const button = (word, act, i) => {
    const b = document.createElement('button');
    b.type = 'button'; b.className = 'btn quiet small'; b.textContent = shelf.dataset[word]; b.onclick = () => act(b, i);
    return b;
  };
  const remove = (b, i) => {
    if (b.dataset.sure === undefined) { b.dataset.sure = ''; b.textContent = shelf.dataset.sure; return; }
    drop(i);
    if (current.id === i.id) blank();
    render();
  };
  const resume = (b, i) => { fill(i); i.state = 'open'; keep(i); render(); form.scrollIntoView(); };
  const queue = (b, i) => { i.state = 'waiting'; i.turn++; keep(i); if (current.id === i.id) blank(); render(); flush(); };
  let drawn = '';
  const render = () => {
    const shown = all();
    const now = JSON.stringify(shown.map(i => [i.id, i.state, i.tries, i.about, i.text, i.id === current.id]));
    if (now === drawn) return;
    drawn = now;
    shelf.hidden = !shown.length;
    list.replaceChildren(...shown.map(i => {
      const li = document.createElement('li'), p = document.createElement('p'), about = document.createElement('bdi'), chip = document.createElement('span'), old = i.version !== version;
      li.className = 'card'; li.dataset.state = i.state; li.dataset.id = i.id; chip.className = 'chip ' + { open: 'mid', waiting: 'mid', refused: 'no', sent: 'ok' }[i.state];
      about.textContent = i.about || '…';
      chip.textContent = i.state === 'waiting' && i.tries ? shelf.dataset.unsure : shelf.dataset[i.state];
      p.append(about, ' ', chip);
      if (old && i.state !== 'sent') p.append(' ', shelf.dataset.version.replace('{0}', i.version));
      li.append(p);
      if (i.text) { const why = document.createElement('p'); why.className = 'no'; why.textContent = i.text; li.append(why); }
      const row = document.createElement('p');
      row.className = 'row';
      // One that may have arrived is not changed any more: the same is sent again until it is known.
      const still = i.state === 'open' || i.state === 'refused' || (i.state === 'waiting' && !i.tries);
      if (still && !old && (i.id !== current.id || i.state === 'waiting')) row.append(button('resume', resume, i));
      if (still && old) row.append(button('send', queue, i));
      if (still || i.state === 'sent') row.append(button('delete', remove, i));
      li.append(row);
      return li;
    }));
  };
  const waiting = () => all().filter(i => i.state === 'waiting');
  const tell = () => { if (!memory) return; const w = waiting().length; say(stopped ? 'session' : !w ? (isSecureContext && 'serviceWorker' in navigator ? 'kept' : 'insecure') : navigator.onLine && !wait ? 'waiting' : 'offline', w); };

  // Sending, one after the other; an answer that never comes is asked for again with the same name.
  let sending = false, wait = 0, timer, stopped = false;
  const flush = async () => {
    clearTimeout(timer);
    const i = waiting()[0];
    if (sending || !i) { if (!sending) tell(); return; }
    sending = true;
    i.tries++;
    keep(i);
    say('sending');
    let again = 0;
    try {
      const body = `${i.body}&interview=${i.id}&version=${encodeURIComponent(i.version)}&finished=true&id=${i.id}-${i.turn}`;
      const response = await fetch(form.getAttribute('action'), { method: 'POST', headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' }, body, signal: AbortSignal.timeout ? AbortSignal.timeout(60000) : undefined });
      const answer = await response.json().catch(() => null);
      stopped = false;
      // A page in place of an answer is somebody else's: a gate of the network, not this house.
      if (response.ok && answer && answer.ok) keep({ id: i.id, born: i.born, version: i.version, state: 'sent', about: i.about, at: Date.now(), fields: [], tries: 0 });
      else if ([401, 403, 404].includes(response.status)) { stopped = true; again = 60; }
      else if (answer && answer.refusal && response.status < 429) keep({ ...i, state: 'refused', tries: 0, text: answer.refusal.text });
      else again = Number(response.headers.get('Retry-After')) || -1;
    } catch { again = -1; }
    sending = false;
    if (again < 0) again = wait = Math.min(60, wait * 1.6 + 2); else if (!again) wait = 0;
    for (const old of all().filter(s => s.state === 'sent').slice(0, -10)) drop(old);
    render();
    if (again) { tell(); timer = setTimeout(flush, again * 1000); } else if (waiting().length) flush(); else say('sent');
  };
  form.addEventListener('submit', e => {
    e.preventDefault();
    snapshot();
    current.state = 'waiting';
    current.turn++;
    current.text = '';
    if (!keep(current)) return; // it stays on the page
    blank();
    render();
    scrollTo(0, 0);
    flush();
  });
  addEventListener('click', e => {
    const act = e.target.dataset && e.target.dataset.act;
    if (act === 'flush') { wait = 0; flush(); }
    if (act === 'new' || act === 'later') { if (current.fields.length) { snapshot(); if (!keep(current)) return; } blank(); render(); scrollTo(0, 0); }
    if (act === 'forget') forget(e.target);
  });
  const forget = async b => {
    const word = document.createElement('p');
    b.after(word);
    if (all().some(i => i.state !== 'sent')) { word.textContent = b.dataset.no; return; }
    all().forEach(drop);
    const worker = await navigator.serviceWorker?.getRegistration(location.pathname);
    if (worker) { await caches.delete(worker.scope); await worker.unregister(); }
    word.textContent = b.dataset.yes;
    blank();
    render();
  };
  addEventListener('online', () => { wait = 0; flush(); });
  addEventListener('offline', tell);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });

  form.querySelector('[data-act=later]').hidden = false;
  document.getElementById('device').hidden = false;
  blank();
  const last = all().filter(i => i.state === 'open' && i.version === version).pop();
  if (last) fill(last);
  render();
  tell();
  flush();
  // The worker keeps this page for when there is no network: browsers have it on https and on this machine alone, and the band says so.
  if (isSecureContext && navigator.serviceWorker) {
    navigator.serviceWorker.register('/interview-sw.js', { scope: location.pathname }).then(() => navigator.serviceWorker.ready).then(() => { document.body.dataset.worker = 'ready'; }).catch(() => { if (memory && !waiting().length) say('insecure'); });
    navigator.storage?.persist?.();
  }
})();
