"""The same durable vote as one would build it from Flask, waitress and SQLite: ``python -m … DATABASE`` prints its URL.

It takes the same request, checks cookie, origin, header and the ballot's form, writes with ``synchronous=FULL`` into a
write-ahead log, and answers as briefly as ours does. Eight threads, each with a connection of its own.
"""

import hmac
import json
import secrets
import sqlite3
import sys
import threading
from typing import Any, Final

from flask import Flask, Response, jsonify, redirect, request
from waitress.server import create_server

THREADS: Final = 8
CODE: Final = "12345"
ROUND: Final = "r1"
KEY: Final = secrets.token_bytes(32)
POSTERS: Final = frozenset(f"p{n}" for n in range(1, 10))
BUDGET: Final = {"priority": 3, "feasibility": 1}
TABLE: Final = "CREATE TABLE ballots (voter TEXT PRIMARY KEY, revision INTEGER, dots TEXT, receipt TEXT) WITHOUT ROWID"
UPSERT: Final = """
INSERT INTO ballots VALUES (?, ?, ?, ?) ON CONFLICT (voter) DO UPDATE
SET revision = excluded.revision, dots = excluded.dots WHERE excluded.revision > revision
RETURNING revision, receipt
"""

app = Flask(__name__)
_own = threading.local()


def _database() -> sqlite3.Connection:
    if not hasattr(_own, "database"):
        _own.database = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
        _own.database.execute("PRAGMA journal_mode=WAL")
        _own.database.execute("PRAGMA synchronous=FULL")
    database: sqlite3.Connection = _own.database
    return database


@app.get("/j/<code>")
def join(code: str) -> Any:
    """Give a device its cookie."""
    if not hmac.compare_digest(code, CODE):
        return Response(status=404)
    response = redirect("/vote", 303)
    response.set_cookie("device", secrets.token_hex(16), httponly=True, samesite="Lax")
    return response


@app.put("/api/ballot")
def put_ballot() -> Any:
    """Take a complete ballot; 200 says that it is on the disk."""
    if request.headers.get("Origin") != f"http://{request.host}" or "X-Workshop" not in request.headers:
        return Response(status=403)
    token, sent = request.cookies.get("device"), request.get_json()
    if token is None or not _is_valid(sent):
        return Response(status=422)
    voter = hmac.digest(KEY, token.encode(), "sha256").hex()
    written = (voter, sent["revision"], json.dumps(sent["dots"]), secrets.token_hex(2))
    kept = _database().execute(UPSERT, written).fetchall()
    if not kept:
        return Response(status=409)
    ballot = {"revision": kept[0][0], "receipt": kept[0][1], "dots": sent["dots"]}
    return jsonify({"round": ROUND, "state": "open", "sentence": "", "ballot": ballot})


def _is_valid(sent: Any) -> bool:
    spent = dict.fromkeys(BUDGET, 0)
    for poster, placed in sent["dots"].items():
        if poster not in POSTERS:
            return False
        for criterion, dots in placed.items():
            if criterion not in BUDGET or type(dots) is not int or dots < 0:
                return False
            spent[criterion] += dots
    return sent["round"] == ROUND and all(spent[criterion] <= BUDGET[criterion] for criterion in BUDGET)


if __name__ == "__main__":
    _database().execute(TABLE)
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, connection_limit=1000, backlog=1024)
    sys.stdout.write(f"http://127.0.0.1:{server.effective_port}/j/{CODE}\n")
    sys.stdout.flush()
    server.run()
