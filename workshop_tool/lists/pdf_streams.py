"""Looks into the packed streams of a PDF before its library does: what unpacks to far too much would end the program.

Pictures are left alone: nobody draws the pages, only their text is read.
"""

import base64
import binascii
import re
import zlib
from typing import Final

from workshop_tool.lists.refusals import ListInflated

_STREAM: Final = re.compile(rb"stream\r?\n")
_HEADER: Final = 2_000
_FLATE: Final = re.compile(rb"/Fl(?:ateDecode)?\b")
_LZW: Final = re.compile(rb"/LZW(?:Decode)?\b")
_ASCII: Final = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_IMAGE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FONT: Final = re.compile(rb"/(?:Length1|FontFile\d?)\b|/Subtype\s*/(?:CIDFontType0C|Type1C|OpenType)\b")
_ONE: Final = 15_000_000
_ALL: Final = 60_000_000
"""Bytes that one stream, and all together, may unpack to."""
_LZW_CAP: Final = 50_000
_CHUNK: Final = 1 << 16


def check_streams(data: bytes, file: str) -> None:
    """Refuse a PDF whose pages unpack to more than text can be.

    Raises:
        ListInflated: one stream, or all together, is too large.
    """
    unpacked = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _HEADER) : found.start()]
        head = head[head.rfind(b"obj") + 1 :]
        if _IMAGE.search(head) or _FONT.search(head):
            continue
        if _LZW.search(head) and data.find(b"endstream", found.end(), found.end() + _LZW_CAP) < 0:
            raise ListInflated(file=file)
        packed = data[found.end() :] if not _ASCII.search(head) else _plain(data, found.end())
        size = _size(packed, len(_FLATE.findall(head)))
        unpacked += size
        if size > _ONE or unpacked > _ALL:
            raise ListInflated(file=file)


def _plain(data: bytes, start: int) -> bytes:
    """Take a stream out of the letters it was written in; what cannot be read is left to the library to refuse."""
    end = data.find(b"~>", start)
    try:
        return base64.a85decode(data[start : end if end >= 0 else len(data)])
    except (ValueError, binascii.Error):
        return b""


def _size(packed: bytes, times: int) -> int:
    """How much a stream unpacks to, packed once or several times; no more is unpacked than the limit."""
    size = 0
    for _round in range(times):
        packed = _unpacked(packed)
        size = max(size, len(packed))
    return size


def _unpacked(packed: bytes) -> bytes:
    stream, pieces, size = zlib.decompressobj(), [], 0
    try:
        for start in range(0, len(packed), _CHUNK):
            rest = packed[start : start + _CHUNK]
            while rest and size <= _ONE and not stream.eof:
                pieces.append(stream.decompress(rest, _ONE))
                size += len(pieces[-1])
                rest = stream.unconsumed_tail
            if size > _ONE or stream.eof:
                break
    except zlib.error:
        return b"".join(pieces)
    return b"".join(pieces)
