"use strict";
(() => {
const $ = id => document.getElementById(id);
const canvas = $("picture"), g = canvas.getContext("2d"), panel = $("panel"), status = $("status"), search = $("search");

// Time: seconds since 1970, Gregorian throughout, with a year 0.
const DAY = 86400, YEAR = 365.2425 * DAY;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function civil(t) {
  const day = Math.floor(t / DAY), n = day + 719468; // days since 0000-03-01
  const era = Math.floor(n / 146097), doe = n - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return {y: yoe + era * 400 + (m <= 2 ? 1 : 0), m, d: doy - Math.floor((153 * mp + 2) / 5) + 1, s: t - day * DAY};
}

function instant(y, m = 1, d = 1) {
  y += Math.floor((m - 1) / 12);
  m = ((m - 1) % 12 + 12) % 12 + 1;
  if (m <= 2) y--;
  const era = Math.floor(y / 400), yoe = y - era * 400;
  const doy = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + d - 1;
  return (era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468) * DAY;
}

const grouped = n => n < 10000 ? String(n) : n.toLocaleString("en");
const yearName = y => y > 0 ? grouped(y) + (y < 100 ? " CE" : "") : grouped(1 - y) + " BCE";
const two = n => String(n).padStart(2, "0");

// Ticks: steps from fine to coarse, each with the next tick, its name, and the
// wider unit that stands in the upper strip.
const clock = s => ({
  seconds: s,
  floor: t => Math.floor(t / s) * s,
  next: t => t + s,
  name: t => { const c = civil(t).s; return two(Math.floor(c / 3600)) + ":" + two(Math.floor(c / 60) % 60) + (s < 60 ? ":" + two(c % 60) : ""); },
  upper: 1,
});
const days = n => ({
  seconds: n * DAY,
  floor: t => { const c = civil(t); return instant(c.y, c.m, c.d - (c.d - 1) % n); },
  next: t => { const c = civil(t); const d = c.d + n; return d + n / 2 > 31 ? instant(c.y, c.m + 1) : instant(c.y, c.m, d); },
  name: t => String(civil(t).d),
  upper: 2,
});
const months = n => ({
  seconds: n * YEAR / 12,
  floor: t => { const c = civil(t); return instant(c.y, c.m - (c.m - 1) % n); },
  next: t => { const c = civil(t); return instant(c.y, c.m + n); },
  name: t => MONTHS[civil(t).m - 1],
  upper: 3,
});
const years = n => {
  const at = k => instant(n === 1 ? k : k > 0 ? k * n : 1 + k * n);
  const index = t => { const y = civil(t).y; return n === 1 ? y : y >= 1 ? Math.floor(y / n) : Math.floor((y - 1) / n); };
  return {seconds: n * YEAR, floor: t => at(index(t)), next: t => at(index(t) + 1), name: t => yearName(civil(t).y), upper: 0};
};
const STEPS = [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10800, 21600, 43200].map(clock)
  .concat([1, 7].map(days), [1, 3].map(months));
for (let p = 1; p <= 1e10; p *= 10) for (const n of [1, 2, 5]) STEPS.push(years(n * p));
const UPPER = [null,
  {step: days(1), name: t => { const c = civil(t); return c.d + " " + MONTHS[c.m - 1] + " " + yearName(c.y); }},
  {step: months(1), name: t => { const c = civil(t); return MONTHS[c.m - 1] + " " + yearName(c.y); }},
  {step: years(1), name: t => yearName(civil(t).y)}];

// Events are read from the list, which says all there is to say of them.
const OPEN = "-";
// LONGEST is how many letters of a title stand in the picture; all are in the list.
const LONGEST = innerWidth < 800 ? 40 : 80;
const items = [...document.querySelectorAll("#events>li")].map((el, i) => {
  const spans = el.dataset.when.split(";").map(part => {
    const [s, e, flags] = part.split(",");
    const openStart = s === OPEN, openEnd = e === OPEN;
    return {
      s: openStart ? +e : +s, e: openEnd ? +s : +e, openStart, openEnd,
      filled: flags.includes("t"), soft: flags.includes("s"), circa: flags.includes("c"),
    };
  });
  const title = el.querySelector("h2").textContent;
  return {
    el, i, spans, title,
    short: (title.length > LONGEST ? title.slice(0, LONGEST - 2).trimEnd() + "…" : title) + (el.dataset.status === "hypothetical" ? " ?" : ""),
    words: el.querySelector("time").textContent, text: el.textContent.toLowerCase(),
    s: Math.min(...spans.map(x => x.s)), e: Math.max(...spans.map(x => x.e)),
    status: el.dataset.status || "", inferred: "inferred" in el.dataset, rank: +el.dataset.rank || 0,
    color: /^#[0-9a-f]{6}$/i.test(el.dataset.color || "") ? el.dataset.color : "", level: -1, row: -1, hit: true,
  };
});
const byStart = [...items].sort((a, b) => a.s - b.s || a.i - b.i);
const byRank = [...items].sort((a, b) => b.rank - a.rank || a.s - b.s || a.i - b.i);

const FONT = getComputedStyle(document.body).fontFamily;
const ROW = 46, AXIS = 44, RUG = 26, GAP = 14, EDGE = 8;
let W = 0, H = 0, whole = 1, left = 0, per = 1, rows = [], selected = null, hover = null, query = "";

const hull = items.length ? [Math.min(...items.map(x => x.s)), Math.max(...items.map(x => x.e))] : [0, DAY];
// fitted returns the closest view of everything in which titles stay inside, as far
// as that leaves the times a quarter of the width.
function fitted() {
  const margin = 40, w = Math.max(W - 2 * margin, 50), span = Math.max(hull[1] - hull[0], 60);
  let per = span / w;
  for (const item of items) per = Math.max(per, (item.s - hull[0]) / Math.max(w - (item.width || 0), w / 4));
  return {per, left: hull[0] - margin * per};
}
const x = t => (t - left) / per;
const widthAt = (item, scale) => Math.max((item.e - item.s) / scale, item.width) + GAP;

// place gives each event, the most important first, the coarsest zoom at which it
// has a free row. What shows at one zoom shows at every closer one.
function place() {
  g.font = "13px " + FONT;
  for (const item of items) {
    item.width ||= Math.max(g.measureText(item.short).width, g.measureText(item.words).width * 11 / 13);
    item.level = -1;
  }
  whole = fitted().per;
  rows = Array.from({length: Math.max(1, Math.floor((H - AXIS - RUG - 6) / ROW))}, () => []);
  let waiting = byRank;
  for (let level = 0; waiting.length && level < 60; level++) {
    const scale = whole / 2 ** level;
    if (scale < 0.005) break;
    waiting = waiting.filter(item => !settle(item, level, scale));
  }
}

function settle(item, level, scale) {
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r];
    let lo = 0, hi = row.length;
    while (lo < hi) { const mid = (lo + hi) >> 1; if (row[mid].s <= item.s) lo = mid + 1; else hi = mid; }
    const before = row[lo - 1], after = row[lo];
    if (before && (item.s - before.s) / scale < widthAt(before, scale)) continue;
    if (after && (after.s - item.s) / scale < widthAt(item, scale)) continue;
    row.splice(lo, 0, item);
    item.level = level;
    item.row = r;
    return true;
  }
  return false;
}
const shown = item => item.level >= 0 && per <= whole / 2 ** item.level * 1.000001;

const css = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
let colors = {};
function readColors() { for (const n of ["paper", "ink", "quiet", "grid", "border", "band", "accent", "event"]) colors[n] = css(n); }

let wanted = false;
function redraw() { if (!wanted) { wanted = true; requestAnimationFrame(() => { wanted = false; draw(); }); } }

function draw() {
  const k = devicePixelRatio || 1;
  g.setTransform(k, 0, 0, k, 0, 0);
  g.fillStyle = colors.paper;
  g.fillRect(0, 0, W, H);
  drawAxis();
  let drawn = 0, folded = 0;
  const rug = new Map();
  for (const item of byStart) {
    const from = x(item.s), to = x(item.e);
    if (shown(item)) {
      if (to + item.width < 0 && from + item.width < 0 || from > W) continue;
      drawn++;
      drawEvent(item, from, to);
    } else if (from >= -2 && from <= W + 2) {
      folded++;
      const at = Math.round(from / 3) * 3;
      rug.set(at, (rug.get(at) || 0) + 1);
    }
  }
  g.fillStyle = colors.event;
  for (const [at, n] of rug) {
    const h = Math.min(4 + 3 * Math.log2(n), RUG - 6);
    g.globalAlpha = 0.55;
    g.fillRect(at - 1, H - 3 - h, 2, h);
  }
  g.globalAlpha = 1;
  const found = query ? items.filter(e => e.hit).length + " found · " : "";
  const line = found + items.length.toLocaleString("en") + " events, " + drawn.toLocaleString("en") + " drawn" +
    (folded ? ", " + folded.toLocaleString("en") + " folded" : "") + (drawn + folded ? "" : " · none here; Home shows all");
  if (status.firstChild.data !== line) status.firstChild.data = line;
}

function drawAxis() {
  g.fillStyle = colors.band;
  g.fillRect(0, 0, W, AXIS);
  const step = STEPS.find(s => s.seconds / per >= 64) || STEPS[STEPS.length - 1];
  g.font = "11.5px " + FONT;
  g.textBaseline = "alphabetic";
  const upper = UPPER[step.upper];
  let n = 0;
  for (let t = step.floor(left); x(t) < W && n++ < 400; t = step.next(t)) {
    const at = Math.round(x(t)) + 0.5;
    g.strokeStyle = colors.grid;
    g.beginPath(); g.moveTo(at, AXIS); g.lineTo(at, H - RUG); g.stroke();
    g.strokeStyle = colors.border;
    g.beginPath(); g.moveTo(at, AXIS - 6); g.lineTo(at, AXIS); g.stroke();
    g.fillStyle = colors.quiet;
    if (at > -4) g.fillText(step.name(t), at + 4, AXIS - 8);
  }
  g.strokeStyle = colors.border;
  g.beginPath(); g.moveTo(0, AXIS + 0.5); g.lineTo(W, AXIS + 0.5); g.stroke();
  if (!upper) return;
  g.font = "bold 12px " + FONT;
  g.fillStyle = colors.ink;
  n = 0;
  for (let t = upper.step.floor(left); x(t) < W && n++ < 200;) {
    const next = upper.step.next(t), name = upper.name(t), w = g.measureText(name).width + 10;
    const at = Math.min(Math.max(x(t), EDGE) , x(next) - w);
    if (x(next) - x(t) > w) g.fillText(name, at + 4, 16);
    t = next;
  }
}

function drawEvent(item, from, to) {
  const top = AXIS + 8 + item.row * ROW, mid = top + 6;
  const on = item === selected, color = on ? colors.accent : item.color || colors.event;
  g.globalAlpha = item.hit ? 1 : 0.25;
  if (on || item === hover) {
    g.fillStyle = colors.band;
    g.strokeStyle = on ? colors.accent : colors.border;
    const a = Math.max(from, 2) - 6, b = Math.max(Math.min(to, W - 2), labelAt(item, from, to) + item.width) + 6;
    g.beginPath(); g.roundRect(a, top - 4, b - a, ROW - 3, 5); g.fill(); g.stroke();
  }
  if (item.spans.length > 1) {
    g.strokeStyle = color; g.setLineDash([1, 2]);
    g.beginPath(); g.moveTo(x(item.spans[0].e), mid); g.lineTo(x(item.spans[item.spans.length - 1].s), mid); g.stroke();
    g.setLineDash([]);
  }
  for (const span of item.spans) drawSpan(item, span, mid, color);
  const at = labelAt(item, from, to);
  g.fillStyle = colors.ink;
  g.font = (on ? "bold " : "") + "13px " + FONT;
  g.fillText(item.short, at, top + 24);
  g.fillStyle = colors.quiet;
  g.font = "11px " + FONT;
  g.fillText(item.words, at, top + 37);
  if (item.inferred) {
    g.strokeStyle = color; g.setLineDash([1, 2]);
    g.beginPath(); g.moveTo(at, top + 40.5); g.lineTo(at + g.measureText(item.words).width, top + 40.5); g.stroke();
    g.setLineDash([]);
  }
  g.globalAlpha = 1;
}

// labelAt keeps the title of a bar that begins left of the window inside.
const labelAt = (item, from, to) => from >= EDGE ? from : Math.max(from, Math.min(EDGE, to - item.width));

function drawSpan(item, span, mid, color) {
  let a = x(span.s), b = x(span.e);
  if (span.openStart) a = Math.min(a, b) - 60;
  if (span.openEnd) b = Math.max(a, b) + 60;
  const hollow = item.status === "planned" || item.status === "hypothetical";
  if (b - a < 9) {
    const c = (a + b) / 2;
    g.beginPath(); g.arc(Math.max(c, a + 3.5), mid, 3.5, 0, 7);
    g.fillStyle = hollow ? colors.paper : color; g.fill();
    g.lineWidth = 1.5; g.strokeStyle = color; g.stroke(); g.lineWidth = 1;
    slash(item, Math.max(c, a + 3.5), mid, color);
    return;
  }
  const lo = Math.max(a, -200), hi = Math.min(b, W + 200);
  const soft = span.soft || span.circa || span.openStart || span.openEnd;
  let paint = color;
  if (soft && hi > lo) {
    paint = g.createLinearGradient(a, 0, b, 0);
    const clear = color + "00", half = span.filled ? color : color + "77";
    paint.addColorStop(0, span.openEnd && !span.openStart && !span.soft ? color : clear);
    paint.addColorStop(0.25, half); paint.addColorStop(0.75, half);
    paint.addColorStop(1, span.openStart && !span.openEnd && !span.soft ? color : clear);
  }
  g.beginPath(); g.roundRect(lo, mid - 4, hi - lo, 8, soft ? 0 : 4);
  if (hollow) { g.strokeStyle = paint; g.lineWidth = 1.5; g.stroke(); g.lineWidth = 1; } else { g.fillStyle = paint; g.fill(); }
  slash(item, (lo + hi) / 2, mid, color);
}

function slash(item, at, mid, color) {
  if (item.status !== "denied") return;
  g.strokeStyle = color; g.lineWidth = 2;
  g.beginPath(); g.moveTo(at - 6, mid + 6); g.lineTo(at + 6, mid - 6); g.stroke();
  g.lineWidth = 1;
}

// Moving about.
function zoom(factor, at) {
  const t = left + at * per;
  per = Math.min(Math.max(per / factor, 0.01), whole * 4);
  left = t - at * per;
  redraw();
}
function pan(dx) { left += dx * per; redraw(); }
function fit() { const f = fitted(); per = f.per; left = f.left; redraw(); }
function go(item) {
  if (!shown(item)) per = item.level >= 0 ? whole / 2 ** item.level : Math.min(per, whole / 2 ** 20);
  const at = x(item.s);
  if (at < 40 || at > W - 200) left = item.s - W * 0.35 * per;
  redraw();
}
function pick(px, py) {
  const row = Math.floor((py - AXIS - 4) / ROW);
  let best = null;
  if (py < AXIS || row >= rows.length) return null;
  for (const item of rows[row]) {
    if (!shown(item)) continue;
    const from = x(item.s), to = x(item.e), at = labelAt(item, from, to);
    if (px >= Math.min(from, at) - 6 && px <= Math.max(to, at + item.width) + 6) best = item;
  }
  return best;
}
function select(item) {
  selected = item;
  panel.hidden = !item;
  if (item) {
    $("detail").innerHTML = item.el.innerHTML;
    panel.scrollTop = 0;
    $("said").textContent = item.title + ", " + item.words;
  }
  redraw();
}
function stride(by) {
  const among = query ? byStart.filter(e => e.hit) : byStart;
  if (!among.length) return;
  const now = selected ? among.indexOf(selected) : by > 0 ? -1 : among.length;
  const item = among[Math.min(Math.max(now + by, 0), among.length - 1)];
  go(item);
  select(item);
}

canvas.addEventListener("wheel", ev => {
  ev.preventDefault();
  const unit = ev.deltaMode === 1 ? 30 : ev.deltaMode === 2 ? H : 1;
  const dx = ev.deltaX * unit, dy = ev.deltaY * unit;
  if (ev.shiftKey || Math.abs(dx) > Math.abs(dy)) pan(dx || dy);
  else zoom(Math.exp(-Math.max(-240, Math.min(240, dy)) / 300), ev.offsetX);
}, {passive: false});
const fingers = new Map();
let moved = 0;
canvas.addEventListener("pointerdown", ev => {
  canvas.setPointerCapture(ev.pointerId);
  fingers.set(ev.pointerId, [ev.offsetX, ev.offsetY]);
  moved = 0;
});
canvas.addEventListener("pointermove", ev => {
  const last = fingers.get(ev.pointerId);
  if (!last) {
    const item = pick(ev.offsetX, ev.offsetY);
    canvas.classList.toggle("on", !!item);
    if (item !== hover) { hover = item; canvas.title = item ? item.title + "\n" + item.words : ""; redraw(); }
    return;
  }
  if (fingers.size === 2) {
    const other = [...fingers].find(([id]) => id !== ev.pointerId)[1];
    const was = Math.abs(last[0] - other[0]), is = Math.abs(ev.offsetX - other[0]);
    if (was > 10 && is > 10) zoom(is / was, (ev.offsetX + other[0]) / 2);
  } else {
    pan(last[0] - ev.offsetX);
  }
  moved += Math.abs(ev.offsetX - last[0]) + Math.abs(ev.offsetY - last[1]);
  fingers.set(ev.pointerId, [ev.offsetX, ev.offsetY]);
  canvas.classList.toggle("drag", moved > 4);
});
for (const kind of ["pointerup", "pointercancel"]) canvas.addEventListener(kind, ev => {
  fingers.delete(ev.pointerId);
  canvas.classList.remove("drag");
  if (kind === "pointerup" && moved <= 4) select(pick(ev.offsetX, ev.offsetY));
});
canvas.addEventListener("dblclick", ev => zoom(3, ev.offsetX));
canvas.addEventListener("keydown", ev => {
  const act = {
    ArrowLeft: () => pan(-W / 8), ArrowRight: () => pan(W / 8), "+": () => zoom(1.5, W / 2), "=": () => zoom(1.5, W / 2),
    "-": () => zoom(1 / 1.5, W / 2), Home: fit, ArrowDown: () => stride(1), ArrowUp: () => stride(-1), n: () => stride(1), p: () => stride(-1),
  }[ev.key];
  if (act && !ev.ctrlKey && !ev.metaKey && !ev.altKey) { ev.preventDefault(); act(); }
});
document.addEventListener("keydown", ev => {
  if (ev.key === "Escape") { select(null); canvas.focus(); }
  if (ev.key === "/" && document.activeElement !== search) { ev.preventDefault(); search.focus(); }
});
search.addEventListener("input", () => {
  query = search.value.trim().toLowerCase();
  for (const item of items) item.hit = item.text.includes(query);
  redraw();
});
search.addEventListener("keydown", ev => { if (ev.key === "Enter") stride(ev.shiftKey ? -1 : 1); });
$("fit").onclick = fit;
$("in").onclick = () => zoom(1.5, W / 2);
$("out").onclick = () => zoom(1 / 1.5, W / 2);
$("shut").onclick = () => { select(null); canvas.focus(); };
$("events").addEventListener("click", ev => {
  const link = ev.target.closest("h2 a");
  if (!link) return;
  ev.preventDefault();
  const item = items.find(e => e.el.contains(link));
  go(item);
  select(item);
  canvas.focus();
  scrollTo(0, 0);
});

function resize() {
  const r = canvas.getBoundingClientRect(), k = devicePixelRatio || 1, first = !W, tall = H;
  W = r.width; H = r.height;
  canvas.width = Math.round(W * k); canvas.height = Math.round(H * k);
  if (first || tall !== H) place();
  if (first) fit();
  draw();
}
new ResizeObserver(resize).observe(canvas);
matchMedia("(prefers-color-scheme:dark)").addEventListener("change", () => { readColors(); redraw(); });
addEventListener("beforeprint", () => { $("all").open = true; readColors(); draw(); });
addEventListener("afterprint", () => { readColors(); redraw(); });
readColors();
resize();
})();
