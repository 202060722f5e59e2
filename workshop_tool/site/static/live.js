// What happens in the room, as it happens: by a stream of events, and by asking where no stream comes through.
(function () {
  'use strict';
  var root = document.documentElement, source = null, heard = 0, failed = 0, timer = 0;
  root.classList.add('js');

  function here() { return document.body.dataset; }

  // The laptop's clock, as a moment of this phone's: phones are often minutes off.
  function clock(offset) { window.laptop = function () { return Date.now() + offset; }; }

  function away(out) {
    failed = out ? failed + 1 : 0;
    var told = document.getElementById('away');
    if (told) { told.hidden = failed < 2; }
    root.classList.toggle('alone', failed > 1);
  }

  function hear(now) {
    clock(now.at - Date.now());
    away(false);
    heard = Date.now();
    if ((now.round || '') !== here().round || now.state !== here().state) {
      if (here().now === undefined) { location.reload(); return; }
      if (now.state === 'open') { location.assign('/vote'); return; }
    }
    if (now.dots !== here().dots && here().now === undefined) { location.reload(); return; }
    dispatchEvent(new CustomEvent('standing', { detail: now }));
  }

  function look() {
    if (document.hidden) { return; }
    fetch('/api/state').then(function (answer) {
      if (answer.status === 401) { location.reload(); }
      return answer.ok ? answer.json().then(hear) : away(true);
    }).catch(function () { away(true); });
  }

  function listen() {
    if (source) { source.close(); }
    heard = Date.now();
    source = new EventSource('/api/live');
    source.addEventListener('standing', function (event) { hear(JSON.parse(event.data)); });
    source.addEventListener('groups', function () { dispatchEvent(new CustomEvent('groups')); });
    source.addEventListener('beat', function () { heard = Date.now(); });
    source.onerror = look;
  }

  // A stream that is refused, or silent for two heartbeats, is begun anew; meanwhile the page asks.
  function tend() {
    var lost = !source || source.readyState === 2 || Date.now() - heard > 35000;
    if (!document.hidden && (lost || source.readyState === 0)) { look(); }
    if (!document.hidden && lost) { listen(); }
    again();
  }

  function again() {
    clearTimeout(timer);
    timer = setTimeout(tend, Math.min(30000, 4000 * Math.pow(1.5, failed)) * (1 + Math.random()));
  }

  function wake() {
    if (document.hidden) { return; }
    failed = Math.min(failed, 1);
    look();
    again();
  }

  addEventListener('DOMContentLoaded', function () {
    listen();
    again();
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
  });
  // A page that a browser had put aside may show the person before.
  addEventListener('pageshow', function (event) { if (event.persisted) { location.reload(); } });
  addEventListener('pagehide', function () { if (source) { source.close(); } });
}());
