package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The hash is SipHash-2-4, by the vectors of its reference implementation. */
class SipHashTest {
    private static final long K0 = 0x0706050403020100L;
    private static final long K1 = 0x0f0e0d0c0b0a0908L;

    @Test
    void hashesAsItsReferenceDoes() {
        assertThat(new SipHash(K0, K1).value()).isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(new SipHash(K0, K1).add(0x0706050403020100L).value()).isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void aTextIsNotTakenForAnotherThatIsCutElsewhere() {
        assertThat(new SipHash(K0, K1).add("abcd").add("e").value())
                .isNotEqualTo(new SipHash(K0, K1).add("abc").add("de").value());
        assertThat(new SipHash(K0, K1).add("\0").value())
                .isNotEqualTo(new SipHash(K0, K1).add("").value());
    }
}
