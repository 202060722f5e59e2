// Placing dots by tapping. The complete ballot is kept on the phone until the laptop says that it is on its disk.
addEventListener('DOMContentLoaded', function () {
  'use strict';
  var form = document.getElementById('ballot');
  var state = document.getElementById('state');
  var why = document.getElementById('why');
  var inputs = [].slice.call(form.querySelectorAll('input[data-poster]'));
  var purses = [].slice.call(form.querySelectorAll('[data-purse]'));
  var round = document.body.dataset.round;
  var person = document.body.dataset.person;
  var key = 'ballot.' + person + '.' + round;
  var resume = document.getElementById('resume'), closing = document.getElementById('closing');
  var voter = window.aboutVoter(form, person);
  var revision = Number(form.dataset.revision);
  var receipt = form.dataset.receipt;
  var unsent = false, sending = false, trouble = '', wait = 1, timer = 0, ticking = 0;

  function dots() {
    var placed = {};
    inputs.forEach(function (input) {
      var poster = input.dataset.poster;
      placed[poster] = placed[poster] || {};
      placed[poster][input.dataset.criterion] = Number(input.value);
    });
    return placed;
  }

  function adopt(placed) {
    inputs.forEach(function (input) {
      input.value = (placed[input.dataset.poster] || {})[input.dataset.criterion] || 0;
    });
  }

  // What the laptop has, where that is newer than what this page holds.
  function show(saved) {
    revision = saved.revision;
    receipt = saved.receipt;
    form.dataset.resume = saved.resume;
    adopt(saved.dots);
  }

  function purseOf(input) {
    return purses.find(function (purse) { return purse.dataset.purse === input.dataset.criterion; });
  }

  function left(purse) {
    if (purse.dataset.dots === '') { return Infinity; }
    return inputs.reduce(function (rest, input) {
      return purseOf(input) === purse ? rest - Number(input.value) : rest;
    }, Number(purse.dataset.dots));
  }

  function own(row) {
    var group = voter.all().group;
    return Boolean(group) && (row.dataset.groups || '').split(' ').indexOf(group) >= 0;
  }

  // Why no further dot can be placed here, or nothing.
  function obstacle(input) {
    var purse = purseOf(input);
    if (own(input.closest('.sheet'))) { return form.dataset.own; }
    if (left(purse) <= 0) { return purse.dataset.spent; }
    return Number(input.value) >= Number(input.max) ? purse.dataset.full : '';
  }

  function say(words) {
    why.textContent = words;
    why.hidden = !words;
  }

  function draw() {
    var all = true;
    purses.forEach(function (purse) {
      var rest = left(purse), shown = purse.querySelector('[data-left]');
      if (shown) { shown.textContent = rest; }
      all = all && rest <= 0;
    });
    say(all ? why.dataset.spent : '');
    inputs.forEach(function (input) {
      input.previousElementSibling.setAttribute('aria-disabled', String(Number(input.value) <= 0));
      input.nextElementSibling.setAttribute('aria-disabled', String(Boolean(obstacle(input))));
    });
    [].forEach.call(form.querySelectorAll('.sheet'), function (sheet) {
      var placed = inputs.some(function (input) { return sheet.contains(input) && Number(input.value) > 0; });
      sheet.classList.toggle('chosen', placed);
      sheet.classList.toggle('own', own(sheet));
    });
    var code = form.dataset.resume;
    if (resume) {
      resume.hidden = !code || !receipt;
      resume.textContent = resume.dataset.words.replace('{code}', code.slice(0, 3) + '\u00a0' + code.slice(3));
    }
    state.className = 'state' + (trouble || unsent ? ' unsent' : receipt ? ' recorded' : '');
    state.textContent = trouble || (unsent ? state.dataset.unsent
      : receipt ? state.dataset.recorded.replace('{receipt}', receipt) : state.dataset.none);
  }

  // A button beside the number: − before it, + after it.
  function button(input, step, sign, label) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = sign;
    made.dataset.step = step;
    made.setAttribute('aria-label', label);
    made.setAttribute('aria-describedby', input.getAttribute('aria-describedby') + (step > 0 ? ' why' : ''));
    input.parentNode.insertBefore(made, step > 0 ? input.nextSibling : input);
  }

  function equip(input) {
    var words = purseOf(input).dataset;
    input.readOnly = true;
    button(input, -1, '−', words.less);
    button(input, 1, '+', words.more);
  }

  function sheet() {
    var about = voter.all();
    return JSON.stringify({ round: round, revision: revision, dots: dots(), group: about.group, sector: about.sector });
  }

  function keep() {
    try { localStorage.setItem(key, sheet()); } catch (full) { /* the page itself still holds it */ }
  }

  function forget() {
    unsent = false;
    try { localStorage.removeItem(key); } catch (refused) { /* nothing was kept */ }
  }

  function later(seconds) {
    clearTimeout(timer);
    timer = setTimeout(send, seconds * 1000);
  }

  function tap(event) {
    var button = event.target.closest('button[data-step]');
    if (!button || voter.justMoved()) { return; }
    var step = Number(button.dataset.step);
    var input = step > 0 ? button.previousElementSibling : button.nextElementSibling;
    if (button.getAttribute('aria-disabled') === 'true') {
      if (step > 0) { say(obstacle(input)); }
      return;
    }
    input.value = Number(input.value) + step;
    change();
    voter.foldAway(button);
  }

  function change() {
    revision += 1;
    unsent = true;
    trouble = '';
    keep();
    draw();
    later(0.3);
  }

  // Said before any dot is placed, it is kept on the phone: an empty ballot would count as a vote.
  function speak() {
    var moved = false;
    inputs.forEach(function (input) {
      if (own(input.closest('.sheet')) && Number(input.value)) { input.value = 0; moved = true; }
    });
    voter.remember();
    if (moved || receipt || unsent) { change(); } else { draw(); }
  }

  function settle(status, answer, sent, pause) {
    if (status === 200) {
      wait = 1;
      receipt = answer.ballot.receipt;
      form.dataset.resume = answer.ballot.resume;
      if (sent === revision) { forget(); } else { later(0); }
    } else if (status === 401 || (status === 409 && (answer.state !== 'open' || answer.round !== round))) {
      location.reload();
    } else if (status === 409 && answer.ballot) {
      show(answer.ballot);
      forget();
      trouble = answer.sentence;
    } else if (status < 500) {
      forget();
      trouble = answer.sentence;
    } else {
      retry(pause);
    }
    draw();
  }

  // 1 to 30 s, each phone a little different, so that a room of them does not come back at once.
  function retry(least) {
    later(Math.max(least || 0, wait * (1 - Math.random() / 3)));
    wait = Math.min(30, wait * 2);
  }

  function send() {
    if (!unsent || sending) { return; }
    sending = true;
    var sent = revision, status = 0, pause = 0, stop = new AbortController(), limit = setTimeout(function () { stop.abort(); }, 6000);
    fetch('/api/ballot', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Workshop': 'ballot' },
      body: sheet(),
      keepalive: true,
      signal: stop.signal
    }).then(function (answer) {
      status = answer.status;
      pause = Number(answer.headers.get('Retry-After'));
      return answer.json();
    }).then(function (answer) {
      sending = false;
      settle(status, answer, sent, pause);
    }).catch(function () {
      sending = false;
      retry();
    }).then(function () { clearTimeout(limit); });
  }

  function wake() {
    wait = 1;
    later(0);
  }

  // Voting closes in a moment: what is held goes off now, and the page counts down.
  function countDown(event) {
    if (event) { closing.dataset.at = event.detail.closing || ''; }
    var at = Number(closing.dataset.at);
    closing.hidden = !at;
    if (!at || !window.laptop) { return; }
    var seconds = Math.max(0, Math.ceil((at - window.laptop()) / 1000));
    closing.textContent = seconds ? closing.dataset.soon.replace('{seconds}', seconds) : closing.dataset.over;
    if (event) { wake(); }
    clearTimeout(ticking);
    if (seconds) { ticking = setTimeout(countDown, 250); }
  }

  // Saved meanwhile in another tab: a page that shows other dots beside that receipt would not be true.
  function catchUp(event) {
    var saved = event.detail.ballot;
    if (unsent || sending || !saved || saved.revision <= revision) { return; }
    show(saved);
    draw();
  }

  var kept = null;
  try { kept = JSON.parse(localStorage.getItem(key)); } catch (refused) { /* nothing was kept */ }
  if (kept && kept.revision > revision) {
    adopt(kept.dots);
    voter.adopt(kept);
    revision = kept.revision;
    unsent = true;
    later(0);
  } else {
    forget();
  }
  inputs.forEach(equip);
  voter.recall();
  form.addEventListener('click', tap);
  form.addEventListener('change', function (event) { if (voter.asked(event)) { speak(); } });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  document.addEventListener('visibilitychange', wake);
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  addEventListener('pagehide', send);
  addEventListener('standing', catchUp);
  addEventListener('standing', countDown);
  draw();
});
