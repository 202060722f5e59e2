// Texts save as they are typed, and stay on the device until the laptop says that it has them.
document.documentElement.classList.add('js');
var station = (function () {
  'use strict';
  var here = {}, fields = [], locked = false, stamp = 0, noted = 0;

  function put(path, body, brief) {
    var stop = new AbortController(), limit = setTimeout(function () { stop.abort(); }, 8000);
    stamp += 1;
    return fetch(path, {
      method: 'PUT',
      headers: { 'Content-Type': body.type || 'application/json', 'X-Workshop': 'station' },
      body: body.type ? body : JSON.stringify(body),
      keepalive: Boolean(brief),
      signal: stop.signal
    }).then(function (answer) {
      return answer.json().then(function (told) { return { status: answer.status, told: told }; });
    }).catch(function () { return { status: 0, told: {} }; }).then(function (came) {
      clearTimeout(limit);
      stamp += 1;
      return came;
    });
  }

  function say(state, text, kind) {
    state.className = 'state ' + kind;
    state.textContent = text;
  }

  function watch(el) {
    var state = el.form.querySelector('.state'), writing = el.form.querySelector('.writing');
    var key = (here.poster ? ['station', here.poster] : ['text', here.to]).concat(el.dataset.field).join('.');
    var base = el.dataset.base, unsent = false, sending = false, trouble = '', theirs = null, box = null, wait = 1, timer = 0;

    // What is saved as a text and shown otherwise says itself how it reads and draws.
    function read(text) { return (el.read ? el.read(text) : text) || here.blank; }

    function draw() {
      if (unsent) { say(state, trouble || here.unsent, 'unsent'); }
      el.readOnly = locked;
      if (el.render) { el.render(); }
      if (box) { box.querySelector('[data-mine]').textContent = read(el.value); }
    }

    function keep() {
      unsent = true;
      try { localStorage.setItem(key, JSON.stringify({ text: el.value, base: base })); } catch (full) { /* the page itself still holds it */ }
    }

    function forget() {
      unsent = false;
      trouble = '';
      try { localStorage.removeItem(key); } catch (refused) { /* nothing was kept */ }
    }

    function later(seconds) {
      clearTimeout(timer);
      timer = setTimeout(send, seconds * 1000);
    }

    function retry() {
      later(wait * (1 - Math.random() / 3));
      wait = Math.min(30, wait * 2);
    }

    function close(text) {
      if (text !== undefined) { el.value = text; }
      base = theirs.revision;
      theirs = null;
      box.remove();
      box = null;
      el.focus();
    }

    function ask(told) {
      theirs = { text: told.theirs, revision: told.revision };
      if (!box) {
        box = document.getElementById('conflict').content.firstElementChild.cloneNode(true);
        state.after(box);
        box.addEventListener('click', decide);
      }
      box.querySelector('[data-theirs]').textContent = read(theirs.text);
    }

    function decide(event) {
      var way = event.target.value, mine = el.value, other = theirs && theirs.text;
      if (way === 'theirs') {
        close(other);
        forget();
        say(state, here.saved, 'recorded');
      } else if (way) {
        close(way !== 'both' ? mine : el.both ? el.both(other, mine) : other + (el.rows ? '\n' : ' / ') + mine);
        keep();
        later(0);
      }
      draw();
    }

    function settle(came, text) {
      sending = false;
      trouble = '';
      if (came.status === 200) {
        wait = 1;
        base = came.told.revision;
        if (el.value === text) {
          forget();
          say(state, here.saved, 'recorded');
        } else {
          keep();
          later(0);
        }
      } else if (came.told.theirs !== undefined) {
        ask(came.told);
      } else if (came.status && came.status < 500) {
        trouble = came.told.sentence;
        if (came.status === 423) { lock(true); }
      } else {
        retry();
      }
      draw();
    }

    function send() {
      var text = el.value, body = here.poster ? { poster: here.poster, field: el.dataset.field, base: base, text: text }
        : { question: el.dataset.field, text: text };
      if (!unsent || sending || locked || theirs) { return; }
      sending = true;
      put(here.to, body, text.length < 9000).then(function (came) { settle(came, text); });
    }

    el.form.addEventListener('submit', function (event) { event.preventDefault(); });
    el.addEventListener('input', function () {
      trouble = '';
      keep();
      draw();
      later(0.5);
      if (here.poster && Date.now() - noted > 4000) {
        noted = Date.now();
        put('/api/station/typing', { poster: here.poster, field: el.dataset.field });
      }
    });

    fields.push({
      draw: draw,
      send: send,
      wake: function () { wait = 1; later(0); },
      // Somebody else's text comes in where nobody is typing.
      see: function (now) {
        now = now[el.dataset.field];
        if (!now) { return; }
        if (writing.textContent !== now.writing) { writing.textContent = now.writing; }
        if (unsent || sending || el.form.contains(document.activeElement) || now.revision === base) { return; }
        el.value = now.text;
        base = now.revision;
        state.textContent = '';
        draw();
      }
    });

    var kept = null;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch (refused) { /* nothing was kept */ }
    if (kept && kept.text !== el.value) {
      el.value = kept.text;
      base = kept.base;
      unsent = true;
      later(0);
    } else {
      forget();
    }
    draw();
  }

  function lock(now) {
    if (locked === now) { return; }
    locked = now;
    fields.forEach(function (field) { field.draw(); field.wake(); });
    dispatchEvent(new CustomEvent('lock', { detail: now }));
  }

  function wake() { fields.forEach(function (field) { field.wake(); }); }

  addEventListener('DOMContentLoaded', function () {
    here = document.body.dataset;
    locked = here.locked === 'yes';
    [].forEach.call(document.querySelectorAll('[data-field]'), watch);
  });
  document.addEventListener('visibilitychange', wake);
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  addEventListener('pagehide', function () { fields.forEach(function (field) { field.send(); }); });
  return { put: put, say: say, lock: lock, see: function (now) { fields.forEach(function (field) { field.see(now); }); }, stamp: function () { return stamp; } };
}());
