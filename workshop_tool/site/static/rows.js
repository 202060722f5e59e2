// A solution's rows: cells to type in, over a hidden text that saves by itself as any field's does.
addEventListener('DOMContentLoaded', function () {
  'use strict';
  function cells(line) {
    var held = line.replace(/\\([\\|])/g, function (both, sign) { return sign === '|' ? '\u0001' : '\u0002'; }).split('|');
    return held.map(function (cell) { return cell.replace(/\u0001/g, '|').replace(/\u0002/g, '\\').trim(); });
  }

  function lines(text) { return text ? text.split('\n') : []; }

  function equip(field) {
    var list = field.form.querySelector('.deeds'), add = field.form.querySelector('.add');
    var blank = list.removeChild(list.lastElementChild);
    blank.hidden = false;

    function inputs(row) { return [].slice.call(row.querySelectorAll('label>*')); }

    function typed() {
      return [].map.call(list.children, function (row) {
        return inputs(row).map(function (el) { return el.value.replace(/\s+/g, ' ').trim().replace(/[\\|]/g, '\\$&'); });
      }).filter(function (row) { return row.join(''); }).map(function (row) { return row.join(' | '); }).join('\n');
    }

    function way(button) { return button.value.split(' ')[0]; }

    function leadsNowhere(row, to) {
      return to === 'up' ? !row.previousElementSibling : to === 'down' && !row.nextElementSibling;
    }

    function settle() {
      [].forEach.call(list.children, function (row, at) {
        row.setAttribute('aria-label', list.dataset.row.replace('{n}', at + 1));
        [].forEach.call(row.querySelectorAll('button'), function (button) {
          button.disabled = field.readOnly;
          button.classList.toggle('idle', leadsNowhere(row, way(button)));
        });
        inputs(row).forEach(function (el) { el.readOnly = field.readOnly; });
      });
      add.hidden = field.readOnly;
    }

    function make(values) {
      var row = list.appendChild(blank.cloneNode(true));
      inputs(row).forEach(function (el, at) { el.value = values[at] || ''; });
      return row;
    }

    function save() {
      if (field.value === typed()) { return; }
      field.value = typed();
      field.dispatchEvent(new Event('input'));
    }

    function step(event) {
      var button = event.target.closest('button'), row = button && button.closest('.deed');
      if (!row) { return; }
      event.preventDefault();
      var to = way(button), next = row.nextElementSibling, before = row.previousElementSibling;
      if (to === 'remove') {
        row.remove();
        (next || before ? inputs(next || before)[0] : add).focus();
      } else if (to === 'up' && before) {
        before.before(row);
      } else if (to === 'down' && next) {
        next.after(row);
      }
      settle();
      if (to !== 'remove') { (leadsNowhere(row, to) ? row.querySelector('button:not(.idle)') : button).focus(); }
      save();
    }

    field.render = function () {
      if (field.value.trim() !== typed().trim()) {
        list.textContent = '';
        lines(field.value).map(cells).forEach(make);
      }
      settle();
    };
    field.read = function (text) {
      return lines(text).map(function (line) { return cells(line).filter(Boolean).join(' · '); }).join('\n');
    };
    field.both = function (theirs, mine) {
      var there = lines(theirs);
      return there.concat(lines(mine).filter(function (line) { return there.indexOf(line) < 0; })).join('\n');
    };
    field.focus = function () { add.focus(); };
    list.addEventListener('input', save);
    list.addEventListener('click', step);
    // A cell is one line: Enter goes on to the next.
    list.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || event.target.tagName !== 'TEXTAREA') { return; }
      event.preventDefault();
      var all = [].slice.call(list.querySelectorAll('textarea'));
      (all[all.indexOf(event.target) + 1] || add).focus();
    });
    add.addEventListener('click', function () {
      var row = make([]);
      settle();
      inputs(row)[0].focus();
    });
    field.render();
  }

  [].forEach.call(document.querySelectorAll('textarea[hidden][data-field]'), equip);
});
