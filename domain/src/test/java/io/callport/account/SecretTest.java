package io.callport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void neverShowsItself() {
        assertThat(Secret.of("swordfish")).hasToString("***");
        assertThat("in a text: " + Secret.of("swordfish")).doesNotContain("swordfish");
    }

    @Test
    void revealsItselfOnlyWhenAsked() {
        assertThat(Secret.of("swordfish").reveal()).isEqualTo("swordfish");
    }

    @Test
    void isEqualByValue() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b"));
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> Secret.of("")).hasMessage("secret: must not be empty");
    }
}
