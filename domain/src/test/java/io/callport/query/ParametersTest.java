package io.callport.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void aTextIsThereAndNeitherBlankNorTooLong() {
        assertRefused(() -> Parameters.requireText("a", null), "a: is required");
        assertRefused(() -> Parameters.requireText("a", " "), "a: must not be blank");
        assertRefused(
                () -> Parameters.requireTextIfAny("a", "x".repeat(257)),
                "a: must have at most 256 characters, but has 257");
        assertThatCode(() -> Parameters.requireTextIfAny("a", null)).doesNotThrowAnyException();
        assertThatCode(() -> Parameters.requireText("a", "x".repeat(256))).doesNotThrowAnyException();
    }

    @Test
    void aNumberIsWithinItsBounds() {
        assertRefused(() -> Parameters.requireBetween("n", 0, 1, 9), "n: must be 1 to 9, but is 0");
        assertRefused(() -> Parameters.requireBetween("n", 10L, 1, 9), "n: must be 1 to 9, but is 10");
        assertRefused(() -> Parameters.requireAtLeast("n", 0, 1), "n: must be at least 1, but is 0");
        assertThatCode(() -> Parameters.requireBetween("n", 9, 1, 9)).doesNotThrowAnyException();
        assertThatCode(() -> Parameters.requireBetween("n", null, 1, 9)).doesNotThrowAnyException();
    }

    @Test
    void timesStandInOrder() {
        assertRefused(() -> Parameters.requireOrder("from", 2L, "to", 1L), "from: must not be after to");
        assertThatCode(() -> Parameters.requireOrder("from", 1L, "to", 1L)).doesNotThrowAnyException();
        assertThatCode(() -> Parameters.requireOrder("from", null, "to", 1L)).doesNotThrowAnyException();
    }

    @Test
    void aListHasItsSizeAndSoundElements() {
        assertRefused(() -> Parameters.requireTexts("l", null, 2), "l: is required");
        assertRefused(() -> Parameters.requireTexts("l", List.of(), 2), "l: must have 1 to 2 elements, but has 0");
        assertRefused(
                () -> Parameters.requireTexts("l", Collections.nCopies(3, "x"), 2),
                "l: must have 1 to 2 elements, but has 3");
        assertRefused(() -> Parameters.requireTexts("l", Arrays.asList("x", null), 2), "l[1]: is required");
        assertRefused(() -> Parameters.copyTexts("l", List.of("")), "l[0]: must not be blank");
        assertRefused(() -> Parameters.copy("l", Arrays.asList(1, null)), "l: must not have null among its elements");
        assertThat(Parameters.copy("l", null)).isEmpty();
    }

    private static void assertRefused(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
