// Every few seconds a page looks whether voting has opened, closed or moved on, and reloads when it has.
(function () {
  'use strict';
  document.documentElement.classList.add('js');

  function look() {
    if (document.hidden) { return; }
    fetch('/api/state').then(function (answer) {
      if (answer.status === 401) { location.reload(); }
      return answer.ok ? answer.json() : null;
    }).then(function (now) {
      var here = document.body.dataset;
      if (!now) { return; }
      if ((now.round || '') !== here.round || now.state !== here.state) { location.reload(); }
      dispatchEvent(new CustomEvent('standing', { detail: now }));
    }).catch(function () { /* out of reach just now; the next look may reach it */ });
  }

  function again() {
    setTimeout(function () { look(); again(); }, 4000 + Math.random() * 4000);
  }

  addEventListener('DOMContentLoaded', function () {
    again();
    document.addEventListener('visibilitychange', look);
    addEventListener('online', look);
    var late = document.getElementById('late');
    try {
      var kept = late && JSON.parse(localStorage.getItem('ballot.' + document.body.dataset.round));
      if (kept && kept.revision > Number(late.dataset.revision)) { late.hidden = false; }
    } catch (refused) { /* this browser keeps nothing, so nothing is left over */ }
  });
}());
