package io.callport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    @Test
    void isWrittenAsItIsRead() {
        assertThat(Budget.parse("20/PT1M")).isEqualTo(new Budget(20, Duration.ofMinutes(1)));
        assertThat(Budget.parse("20/PT1M")).hasToString("20/PT1M");
        assertThat(Budget.parse("20/1m")).hasToString("20/PT1M");
        assertThat(Budget.parse("none")).hasToString("none").isEqualTo(Budget.UNLIMITED);
    }

    @Test
    void knowsWhetherItLimits() {
        assertThat(Budget.parse("20/PT1M").limited()).isTrue();
        assertThat(Budget.UNLIMITED.limited()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20",
                "20/",
                "20/1",
                "20/m",
                "0/PT1M",
                "-1/PT1M",
                "20/PT0S",
                "20/P2D",
                "9999999/PT1M",
                "NONE",
                "20/P"
            })
    void refusesWhatIsNoBudget(String text) {
        assertThatThrownBy(() -> Budget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("budget: ");
    }
}
