"""SM3 (GB/T 32905-2016) in plain Python: slow, but there where the crypto library lacks it."""

IV = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)
MASK = 0xFFFFFFFF
EARLY = 16  # the first rounds mix by other functions


def turn(word: int, by: int) -> int:
    by %= 32
    return ((word << by) | (word >> (32 - by))) & MASK


def p0(word: int) -> int:
    return word ^ turn(word, 9) ^ turn(word, 17)


def p1(word: int) -> int:
    return word ^ turn(word, 15) ^ turn(word, 23)


def padded(message: bytes) -> bytes:
    zeros = (55 - len(message)) % 64
    return message + b"\x80" + bytes(zeros) + (8 * len(message)).to_bytes(8, "big")


def expanded(block: bytes) -> list[int]:
    words = [int.from_bytes(block[i : i + 4], "big") for i in range(0, 64, 4)]
    for j in range(16, 68):
        mixed = words[j - 16] ^ words[j - 9] ^ turn(words[j - 3], 15)
        words.append(p1(mixed) ^ turn(words[j - 13], 7) ^ words[j - 6])
    return words


def compress(state: tuple[int, ...], block: bytes) -> tuple[int, ...]:
    words = expanded(block)
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        early = j < EARLY
        constant = 0x79CC4519 if early else 0x7A879D8A
        ss1 = turn((turn(a, 12) + e + turn(constant, j)) & MASK, 7)
        ss2 = ss1 ^ turn(a, 12)
        ff = a ^ b ^ c if early else (a & b) | (a & c) | (b & c)
        gg = e ^ f ^ g if early else (e & f) | (~e & MASK & g)
        tt1 = (ff + d + ss2 + (words[j] ^ words[j + 4])) & MASK
        tt2 = (gg + h + ss1 + words[j]) & MASK
        a, b, c, d = tt1, a, turn(b, 9), c
        e, f, g, h = p0(tt2), e, turn(f, 19), g
    return tuple(old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h), strict=True))


def sm3_hex(message: bytes) -> str:
    """The digest as 64 hexadecimal digits."""
    state: tuple[int, ...] = IV
    whole = padded(message)
    for start in range(0, len(whole), 64):
        state = compress(state, whole[start : start + 64])
    return b"".join(word.to_bytes(4, "big") for word in state).hex()
