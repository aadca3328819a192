package io.callport.switchboard;

/**
 * SipHash-2-4 of words of 64 bits. Who does not know the seed cannot choose two contents of equal hash. Each instance
 * hashes one content.
 */
final class SipHash {
    private static final int CHARS_PER_WORD = 4;

    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long words;

    /** Starts a hash with the two halves of a key. */
    SipHash(long k0, long k1) {
        v0 = k0 ^ 0x736f6d6570736575L;
        v1 = k1 ^ 0x646f72616e646f6dL;
        v2 = k0 ^ 0x6c7967656e657261L;
        v3 = k1 ^ 0x7465646279746573L;
    }

    SipHash add(long word) {
        words++;
        return compress(word);
    }

    /** Adds a text: its length, then its characters. */
    SipHash add(CharSequence text) {
        add((long) text.length());
        for (int from = 0; from < text.length(); from += CHARS_PER_WORD) {
            long word = 0;
            for (int i = from; i < Math.min(from + CHARS_PER_WORD, text.length()); i++) {
                word = word << Character.SIZE | text.charAt(i);
            }
            add(word);
        }
        return this;
    }

    /** The hash of all that was added. */
    long value() {
        compress((words * Long.BYTES) << 56);
        v2 ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round();
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private SipHash compress(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
        return this;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
