package io.callport.http.moor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class NonceGeneratorTest {
    @Test
    void aSecondThatComesBackRepeatsNoNonce() {
        NonceGenerator nonces = new NonceGenerator(new Numbers(7, 7, 7, 8));

        assertThat(nonces.next(100)).isEqualTo("000007");
        assertThat(nonces.next(101)).isEqualTo("000007");
        assertThat(nonces.next(100)).isEqualTo("000008");
    }

    @Test
    void whatTheVendorHasForgottenIsForgotten() {
        NonceGenerator nonces = new NonceGenerator(new Numbers(7, 7, 7));

        assertThat(nonces.next(100)).isEqualTo("000007");
        assertThat(nonces.next(401)).isEqualTo("000007");
        assertThat(nonces.next(100)).isEqualTo("000007");
    }

    /** Returns the given numbers in turn, and then fails. */
    private static final class Numbers extends Random {
        private static final long serialVersionUID = 1L;
        private final int[] numbers;
        private int next;

        Numbers(int... numbers) {
            this.numbers = numbers;
        }

        @Override
        public int nextInt(int bound) {
            return numbers[next++];
        }
    }
}
