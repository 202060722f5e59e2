// Dots that this phone still holds: sent from whichever page comes up, and never dropped without a word.
addEventListener('DOMContentLoaded', function () {
  'use strict';
  var here = document.body.dataset, late = document.getElementById('late'), dropped = document.getElementById('dropped');
  var leaving = document.getElementById('next'), warning = document.getElementById('unsent'), warned = false;

  function kept() {
    var found = [];
    try {
      Object.keys(localStorage).forEach(function (key) {
        var parts = key.split('.');
        if (parts[0] === 'ballot') { found.push({ key: key, person: parts[1], round: parts[2], body: localStorage.getItem(key) }); }
      });
    } catch (refused) { /* this browser keeps nothing, so nothing is left over */ }
    return found;
  }

  function answers() {
    try { return Object.keys(localStorage).some(function (key) { return key.split('.')[0] === 'text'; }); } catch (refused) { return false; }
  }

  // All but what a group typed on its station: that belongs to no voter.
  function clear() {
    try {
      Object.keys(localStorage).forEach(function (key) { if (key.split('.')[0] !== 'station') { localStorage.removeItem(key); } });
      sessionStorage.clear();
    } catch (refused) { /* nothing was kept */ }
  }

  function forget(one) { localStorage.removeItem(one.key); }

  function tell(words) {
    dropped.textContent = words;
    dropped.hidden = false;
  }

  function settle(one, status, answer) {
    var same = answer.round === one.round, revision = JSON.parse(one.body).revision;
    if (status === 401 || status >= 500 || (same && answer.state === 'closed')) { return; }
    forget(one);
    if (warning && !kept().length) { warning.hidden = true; }
    if (status !== 200 && !same && !(answer.ballot && answer.ballot.revision >= revision)) { tell(dropped.dataset.earlier); }
  }

  function send(one) {
    var status = 0;
    fetch('/api/ballot', {
      method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Workshop': 'ballot' }, body: one.body
    }).then(function (answer) {
      status = answer.status;
      return answer.json();
    }).then(function (answer) { settle(one, status, answer); }).catch(function () { /* out of reach; it stays here */ });
  }

  function tidy() {
    kept().forEach(function (one) {
      if (one.person !== here.person) {
        forget(one);
        tell(dropped.dataset.other);
      } else if (!(document.getElementById('ballot') && one.round === here.round)) {
        if (late && one.round === here.round && JSON.parse(one.body).revision > Number(late.dataset.revision)) { late.hidden = false; }
        if (warning) { warning.hidden = false; }
        send(one);
      }
    });
  }

  if (leaving) {
    leaving.addEventListener('submit', function (event) {
      if ((kept().length || answers()) && !warned) {
        warned = true;
        event.preventDefault();
        warning.textContent = kept().length ? warning.dataset.sure : warning.dataset.answers;
        warning.hidden = false;
      } else {
        clear();
      }
    });
  }
  tidy();
  addEventListener('online', tidy);
});
