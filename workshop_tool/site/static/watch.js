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
      if (now && ((now.round || '') !== here.round || now.state !== here.state)) { location.reload(); }
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
      if (late && localStorage.getItem('ballot.' + document.body.dataset.round)) { late.hidden = false; }
    } catch (refused) { /* this browser keeps nothing, so nothing is left over */ }
  });
}());
