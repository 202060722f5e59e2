"""Stands in for a network that loses packets, where no network namespace can be made: cuts and stalls connections."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

CUT, STALLED = 0.15, 0.15
"""Shares of the pieces that pass at which a connection is cut, and held up."""
STALL: Final = 1.0
"""Seconds, as TCP waits before it sends a lost first packet again."""
PIECE: Final = 65536


@asynccontextmanager
async def lossy(port: int) -> AsyncIterator[int]:
    """Pass on what comes to a port of its own, which is given, to this one of the same computer."""
    rng = random.Random(1)

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, back = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            writer.transport.abort()
            return
        ways = (_pass_on(reader, back, rng), _pass_on(there, writer, rng))
        with suppress(asyncio.CancelledError):  # all is over
            await asyncio.wait([asyncio.ensure_future(way) for way in ways], return_when=asyncio.FIRST_COMPLETED)
        writer.transport.abort()
        back.transport.abort()

    server = await asyncio.start_server(meet, "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, rng: random.Random) -> None:
    with suppress(OSError):
        while piece := await reader.read(PIECE):
            chance = rng.random()
            if chance < CUT:
                return
            if chance < CUT + STALLED:
                await asyncio.sleep(STALL)
            writer.write(piece)
