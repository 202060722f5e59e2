// Tries from the phone what voting and the live page need, shows it, and reports it to the laptop.
(function () {
  'use strict';
  var PATIENCE = 5000;

  addEventListener('DOMContentLoaded', function () {
    var words = document.body.dataset;
    var path = '/check/' + words.check;

    function show(name, works) {
      document.getElementById(name).textContent = works ? words.yes : words.no;
    }

    function report(live) {
      return fetch(path, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'X-Workshop': 'check' },
        body: JSON.stringify({ live: live })
      }).then(function (answer) { return answer.ok; }, function () { return false; });
    }

    function listen() {
      return new Promise(function (tell) {
        var stream = new EventSource(path + '/live');
        var late = setTimeout(function () { done(false); }, PATIENCE);
        function done(works) { clearTimeout(late); stream.close(); tell(works); }
        stream.onmessage = function () { done(true); };
        stream.onerror = function () { done(false); };
      });
    }

    fetch(path).then(function (answer) { return answer.ok; }, function () { return false; }).then(function (reads) {
      show('reads', reads);
      return report(null);
    }).then(function (writes) {
      show('writes', writes);
      return listen();
    }).then(function (live) {
      show('live', live);
      return report(live);
    }).then(function () {
      document.getElementById('end').textContent = words.done;
    });
  });
}());
