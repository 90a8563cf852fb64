#!/usr/bin/env python3
"""Reads a vault without the program that wrote it, from docs/vault-format.md alone.

    read_vault.py VAULT [--password-file FILE]      the password is else read from the first line of standard input

It opens the header with the password, then the newest snapshot that is whole, and every document that a record in it
names. What it finds goes to standard output as JSON: each record by its tree's tag and its id, each document with its
SHA-256. Needs Python 3.9 with `cryptography` and `argon2-cffi`.
"""

import argparse
import hashlib
import hmac
import json
import struct
import sys
import zlib
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = struct.pack(">H", 1)  # of what no later version has changed
VERSIONS = [struct.pack(">H", version) for version in (1, 2, 3, 4, 5, 6)]  # of the header
SNAPSHOT_VERSIONS = VERSIONS[:2]
TAG = 16


class Damaged(Exception):
    """The bytes are not those that were written."""


def hkdf(salt: bytes, ikm: bytes, info: bytes) -> bytes:
    """RFC 5869 with SHA-256 and 32 bytes of output: one block."""
    prk = hmac.new(salt, ikm, hashlib.sha256).digest()
    return hmac.new(prk, info + b"\x01", hashlib.sha256).digest()


class Fields:
    """Reads fields one after the other."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, length: int) -> bytes:
        if self.at + length > len(self.data):
            raise Damaged("cut short")
        self.at += length
        return self.data[self.at - length : self.at]

    def number(self, length: int) -> int:
        return int.from_bytes(self.take(length), "big")

    def rest(self) -> bytes:
        return self.take(len(self.data) - self.at)


class Header:
    def __init__(self, data: bytes):
        if len(data) > 65536 or data[:8] != b"IDWVAULT":
            raise Damaged("not a header")
        fields = Fields(data)
        fields.take(8)
        if fields.take(2) not in VERSIONS:
            raise Damaged("a version this reader does not know")
        if fields.number(4) != len(data) or hashlib.sha256(data[:-32]).digest() != data[-32:]:
            raise Damaged("the header's checksum does not fit")
        self.data = data
        self.vault_id = fields.take(16)
        self.generation, self.epoch, self.floor = fields.number(8), fields.number(4), fields.number(8)
        self.slots = []
        for _ in range(fields.number(2)):
            kind, length = fields.number(2), fields.number(2)
            self.slots.append((kind, fields.take(length)))

    def data_key(self, password: bytes) -> bytes:
        for kind, body in self.slots:
            if kind == 1:
                key = self.open_password_slot(body, password)
                mac_key = hkdf(self.vault_id, key, b"idw-vault/1/header-mac")
                mac = hmac.new(mac_key, self.data[:-64], hashlib.sha256).digest()
                if not hmac.compare_digest(mac, self.data[-64:-32]):
                    raise Damaged("the header's MAC does not fit")
                return key
        raise Damaged("no password slot")

    def open_password_slot(self, body: bytes, password: bytes) -> bytes:
        slot = Fields(body)
        if slot.number(1) != 1:
            raise Damaged("an unknown key derivation")
        memory, passes, lanes = slot.number(4), slot.number(4), slot.number(4)
        if not (65536 <= memory <= 1048576 and 3 <= passes <= 16 and 1 <= lanes <= 16):
            raise Damaged("a key derivation out of bounds")
        salt = slot.take(16)
        commitment, nonce, tag, wrapped = slot.take(32), slot.take(12), slot.take(16), slot.take(32)
        stretched = hash_secret_raw(password, salt, passes, memory, lanes, 32, Type.ID, version=0x13)
        aad = b"IDWS" + VERSION + self.vault_id + struct.pack(">H", 1) + body[:29]
        if not hmac.compare_digest(commitment, hkdf(salt, stretched, b"idw-vault/1/slot-commitment" + aad)):
            sys.exit("the password is wrong")
        return AESGCM(hkdf(salt, stretched, b"idw-vault/1/slot-wrap" + aad)).decrypt(nonce, wrapped + tag, aad)


def open_stream(key: bytes, prefix: bytes, aad: bytes, chunk_len: int, sealed: bytes) -> bytes:
    """STREAM: chunks with their tags, the number and the mark of the last in the nonce."""
    step = chunk_len + TAG
    chunks = [sealed[at : at + step] for at in range(0, len(sealed), step)]
    if not chunks:
        raise Damaged("no chunks")
    cipher, plain = AESGCM(key), bytearray()
    for number, chunk in enumerate(chunks):
        last = number == len(chunks) - 1
        nonce = prefix + struct.pack(">IB", number, last)
        plain += cipher.decrypt(nonce, chunk, aad)
    return bytes(plain)


def read_blocks(fields: Fields, count: int) -> bytes:
    """The records of a snapshot of version 2: blocks of them, compressed, and zeros up to 4,096 bytes."""
    plain, found = bytearray(), 0
    while found < count:
        length, packed = fields.number(4), fields.number(4)
        inflate = zlib.decompressobj()
        block = inflate.decompress(fields.take(packed), length)
        if len(block) != length or not inflate.eof or inflate.unused_data:
            raise Damaged("a block that is not what it says")
        records = Fields(block)
        while records.at < length:
            records.take(32)
            records.take(records.number(4))
            found += 1
        plain += block
    padding = fields.rest()
    if found != count or fields.at % 4096 or len(padding) >= 4096 or padding.strip(b"\0"):
        raise Damaged("more than its records")
    return bytes(plain)


def read_snapshot(path: Path, vault_id: bytes, data_key: bytes):
    data = path.read_bytes()
    fields = Fields(data)
    if fields.take(8) != b"IDWSNAPS":
        raise Damaged("not a snapshot")
    version = fields.take(2)
    if version not in SNAPSHOT_VERSIONS:
        raise Damaged("a snapshot of a version this reader does not know")
    salt, prefix = fields.take(32), fields.take(7)
    header = Header(fields.take(fields.number(4)))
    if header.vault_id != vault_id:
        raise Damaged("of another vault")
    aad = b"IDWN" + version + hashlib.sha256(data[: fields.at]).digest()
    key = hkdf(vault_id, data_key, b"idw-vault/1/snapshot" + salt)
    plain = Fields(open_stream(key, prefix, aad, 65536, data[fields.at :]))
    if plain.number(1) != 1:
        raise Damaged("an unknown layout")
    write, count = plain.number(8), plain.number(8)
    if version != VERSION:
        plain = Fields(read_blocks(plain, count))
    records = []
    for _ in range(count):
        tag, record_id, written = plain.take(8), plain.take(16), plain.number(8)
        records.append((tag, record_id, written, plain.take(plain.number(4))))
    if plain.rest():
        raise Damaged("more than its records")
    return write, records


def read_document(dir: Path, record_id: bytes, record: bytes) -> dict:
    fields = Fields(record)
    if fields.number(1) != 1:
        raise Damaged("an unknown layout")
    key, prefix, log2, length = fields.take(32), fields.take(7), fields.number(1), fields.number(8)
    digest, meta = fields.take(32), fields.rest()
    if not 16 <= log2 <= 20:
        raise Damaged("a chunk size out of bounds")
    sealed = (dir / record_id.hex()).read_bytes()
    plain = open_stream(key, prefix, b"IDWD" + VERSION + record_id, 1 << log2, sealed)
    if len(plain) != length or hashlib.sha256(plain).digest() != digest:
        raise Damaged("another document")
    return {"id": record_id.hex(), "length": length, "sha256": digest.hex(), "meta": meta.hex()}


def read_vault(dir: Path, password: bytes) -> dict:
    copies = []
    for name in ("vault.header", "vault.header.2"):
        try:
            copies.append(Header((dir / name).read_bytes()))
        except (Damaged, FileNotFoundError):
            pass
    header = max(copies, key=lambda copy: copy.generation)
    data_key = header.data_key(password)

    snapshots = []
    for path in (dir / "snapshots").glob("*.snapshot"):
        try:
            snapshots.append(read_snapshot(path, header.vault_id, data_key))
        except (Damaged, InvalidTag):
            print(f"{path.name} is damaged", file=sys.stderr)
    write, records = max(snapshots, key=lambda snapshot: snapshot[0])

    documents_tag = hkdf(header.vault_id, data_key, b"idw-vault/1/tree-tag" + b"\0documents")[:8]
    found = {"write": write, "records": [], "documents": []}
    for tag, record_id, written, plain in records:
        if tag == documents_tag:
            found["documents"].append(read_document(dir / "documents", record_id, plain))
        else:
            record = {"tree": tag.hex(), "id": record_id.hex(), "write": written, "hex": plain.hex()}
            found["records"].append(record)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vault", type=Path)
    parser.add_argument("--password-file", type=Path)
    arguments = parser.parse_args()
    source = arguments.password_file.open("rb") if arguments.password_file else sys.stdin.buffer
    password = source.readline().rstrip(b"\r\n")
    print(json.dumps(read_vault(arguments.vault, password), indent=1))


if __name__ == "__main__":
    main()
