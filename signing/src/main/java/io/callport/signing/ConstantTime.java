package io.callport.signing;

import java.util.function.IntUnaryOperator;

/** Compares bytes in a number of steps that depends on their lengths alone, never on where they differ. */
final class ConstantTime {
    private ConstantTime() {}

    static boolean equal(byte[] expected, byte[] given) {
        return equal(expected, given.length, i -> given[i]);
    }

    /**
     * Compares every given byte, whatever was found before.
     *
     * @param expected the right bytes: at least one
     * @param given the byte at an index; read once for each index from 0 to its length
     */
    static boolean equal(byte[] expected, int length, IntUnaryOperator given) {
        int difference = expected.length ^ length;
        for (int i = 0; i < length; i++) {
            difference |= expected[i % expected.length] ^ given.applyAsInt(i);
        }
        return difference == 0;
    }
}
