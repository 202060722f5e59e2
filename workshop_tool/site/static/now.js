// The timer, counting down and behind its end up, in the tones of the projector; and the page itself anew when the moment of the day changes.
addEventListener('DOMContentLoaded', function () {
  'use strict';
  var here = document.body.dataset;

  function draw() {
    var shown = document.getElementById('timer');
    if (!window.laptop || !shown || !shown.dataset.ends) { return; }
    var left = Math.round((Number(shown.dataset.ends) - window.laptop()) / 1000), whole = Math.min(86400, Math.abs(left));
    var hours = Math.floor(whole / 3600), minutes = String(Math.floor(whole / 60) % 60);
    var text = (left < 0 ? '+' : '') + (hours ? hours + ':' + minutes.padStart(2, '0') : minutes) + ':' + String(whole % 60).padStart(2, '0');
    if (shown.textContent !== text) { shown.textContent = text; }
    var box = shown.parentNode, words = box.querySelector('[data-over]'), said = left < 0 ? words.dataset.over : words.dataset.left;
    box.className = 'timer ' + (left < 0 ? 'over' : left <= box.dataset.last && box.dataset.last > 0 ? 'last' : left <= box.dataset.low && box.dataset.low > 0 ? 'low' : 'calm');
    if (words.textContent !== said) { words.textContent = said; }
  }

  function renew(mark, state) {
    fetch('/now').then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (text) {
      var fresh = text && new DOMParser().parseFromString(text, 'text/html');
      if (!fresh || !fresh.getElementById('moment')) { return; }
      ['moment', 'open'].forEach(function (id) {
        document.getElementById(id).replaceWith(document.adoptNode(fresh.getElementById(id)));
      });
      here.now = mark;
      here.state = state;
      here.round = fresh.body.dataset.round;
      draw();
    }).catch(function () { /* out of reach; the next event brings it */ });
  }

  addEventListener('standing', function (event) {
    var now = event.detail;
    if (now.now + now.ends !== here.now || now.state !== here.state || (now.round || '') !== here.round) {
      renew(now.now + now.ends, now.state);
    }
  });
  setInterval(draw, 250);
});
