package io.callport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    @Test
    void isWrittenAsItIsRead() {
        assertThat(Account.parse("7moor:2000103")).isEqualTo(new Account("7moor", "2000103"));
        assertThat(Account.parse("7moor:2000103")).hasToString("7moor:2000103");
    }

    @Test
    void keepsColonsInTheKey() {
        assertThat(Account.parse("callbot:a:b").key()).isEqualTo("a:b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7moor", ":key", "7moor:", "7MOOR:1", "7moor:a b", "7moor:é", "7moor:a\nb", "7moor:a&b"})
    void refusesWhatIsNotVendorColonKey(String text) {
        assertThatThrownBy(() -> Account.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("account: ")
                .hasMessageContaining("7moor:2000103");
    }

    @Test
    void refusesKeysThatNoVendorHas() {
        assertThatThrownBy(() -> new Account("7moor", "1".repeat(129))).hasMessageContaining("129");
    }
}
