// The list of problem areas follows what the groups do.
document.documentElement.classList.add('js');
addEventListener('DOMContentLoaded', function () {
  'use strict';
  function look() {
    var list = document.getElementById('areas');
    if (document.hidden) { return; }
    fetch('/station').then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (page) {
      var fresh = new DOMParser().parseFromString(page, 'text/html').getElementById('areas');
      if (fresh && fresh.innerHTML !== list.innerHTML && !list.contains(document.activeElement)) { list.replaceWith(fresh); }
    }).catch(function () { /* out of reach just now; the next look may reach it */ });
  }
  setInterval(look, 5000);
  new EventSource('/api/station/live').addEventListener('groups', look);
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', look);
});
