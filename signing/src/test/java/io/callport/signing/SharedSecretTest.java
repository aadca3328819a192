package io.callport.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {
    private static final SharedSecret SECRET = SharedSecret.of("swordfish-牛");

    @Test
    void matchesItsOwnBytesAlone() {
        assertThat(SECRET.matches("swordfish-牛".getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "swordfish-", "swordfish-牛 ", "Swordfish-牛", "swordfish-牛swordfish-牛"})
    void matchesNothingElse(String given) {
        assertThat(SECRET.matches(given.getBytes(UTF_8))).isFalse();
    }

    @Test
    void showsNothing() {
        assertThat(SECRET).hasToString("***");
        assertThatIllegalArgumentException().isThrownBy(() -> SharedSecret.of(""));
    }

    /** Steps are counted, not time: each given byte is read once, wherever the first difference is. */
    @Test
    void aComparisonTakesAsManyStepsWhereverItDiffers() {
        byte[] expected = "0123456789".getBytes(UTF_8);
        for (int wrong = 0; wrong < expected.length; wrong++) {
            byte[] given = expected.clone();
            given[wrong] ^= 1;
            assertThat(steps(expected, given)).isEqualTo(expected.length);
            assertThat(ConstantTime.equal(expected, given)).isFalse();
        }
        assertThat(steps(expected, expected)).isEqualTo(expected.length);
        assertThat(ConstantTime.equal(expected, expected.clone())).isTrue();
        assertThat(ConstantTime.equal(expected, "01234567890123456789".getBytes(UTF_8)))
                .isFalse();
        assertThat(ConstantTime.equal(expected, new byte[0])).isFalse();
    }

    private static int steps(byte[] expected, byte[] given) {
        AtomicInteger steps = new AtomicInteger();
        boolean unused = ConstantTime.equal(expected, given.length, i -> {
            steps.incrementAndGet();
            return given[i];
        });
        return steps.get();
    }
}
