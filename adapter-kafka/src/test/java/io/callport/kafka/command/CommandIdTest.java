package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The text of an id may stand in an attribute of an event. */
class CommandIdTest {
    @Test
    void anAttributeHoldsWholeVisibleCharacters() {
        assertThat(CommandId.isAttribute("外显号 😀")).isTrue();
        assertThat(CommandId.isAttribute("a\tb")).isFalse();
        assertThat(CommandId.isAttribute("a\u0085b")).isFalse();
        assertThat(CommandId.isAttribute("\ud83d")).isFalse();
        assertThat(CommandId.isAttribute("\ude00\ud83d")).isFalse();
    }
}
