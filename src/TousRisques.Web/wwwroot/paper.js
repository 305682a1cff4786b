// Typing in a sheet: a digit on a row chooses and goes to the next one; a line of digits shows itself on the rows as it is typed.
(() => {
const f = document.getElementById('ballot'), rows = [...f.querySelectorAll('[data-row]')], line = f.elements.line;
const radios = r => [...r.querySelectorAll('[type=radio]')];
const go = (e, r) => { e.preventDefault(); (r ? r.querySelector(':checked') || radios(r)[0] : f.querySelector('.btn')).focus() };
f.addEventListener('keydown', e => {
  const i = rows.indexOf(e.target.closest('[data-row]'));
  if (i < 0 || e.target.type != 'radio') return;
  const pick = radios(rows[i])[e.key - 1];
  if (pick) pick.checked = true;
  if (pick || e.key == 'Enter' || e.key == '0') go(e, rows[i + 1]);
  else if (e.key == 'Backspace' && i) go(e, rows[i - 1]);
});
line && line.addEventListener('input', () => {
  const typed = line.value.replace(/\s/g, '');
  rows.forEach((r, i) => radios(r).forEach((x, k) => { x.checked = typed[i] == k + 1 }));
});
})();
