package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.slots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The slots that are restored of an account for its present budget, and the time from which its record is not needed.
 */
class AccountStateTest {
    private static final Account ACCOUNT = new Account("7moor", "2000103");

    @ParameterizedTest
    @ValueSource(strings = {"1/PT0.001S", "1/PT1S", "20/PT1M", "1000000/P1D"})
    void theSameBudgetGetsItsSlotsAsTheyAre(String budget) {
        AccountState state = state(budget, slots(1, "PT-2S"), slots(3, "PT0.4S"), slots(1_000_000, "PT9H"));

        assertThat(state.slotsFor(Budget.parse(budget))).isEqualTo(state.slots());
    }

    @ParameterizedTest
    @ValueSource(strings = {"21/PT1M", "19/PT1M", "20/PT1M0.001S", "20/PT59S", "1/PT1S", "1000000/P1D"})
    void anotherBudgetGetsAllItsSlotsAsYoungAsTheYoungest(String configured) {
        AccountState state = state("20/PT1M", slots(2, "PT30S"), slots(1, "PT-4.5S"), slots(7, "PT1S"));
        Budget budget = Budget.parse(configured);

        assertThat(state.slotsFor(budget))
                .containsExactly(new SpentSlots(budget.requests(), Duration.ofSeconds(-4, -500_000_000)));
    }

    @Test
    void noBudgetGetsNoSlots() {
        assertThat(state("20/PT1M", slots(2, "PT30S")).slotsFor(Budget.UNLIMITED))
                .isEmpty();
    }

    /** A thousandth of W is for clocks of different rates: the switchboard holds a slot for as long. */
    @ParameterizedTest
    @CsvSource({
        "20/PT1M, PT0S, PT1M0.06S",
        "20/PT1M, PT1M, PT0.06S",
        "20/PT1M, PT1M0.059S, PT0.001S",
        "20/PT1M, PT1M0.06S, PT0S",
        "20/PT1M, PT2H, PT0S",
        "20/PT1M, PT-10S, PT1M10.06S",
        "1/PT1S, PT0S, PT1.001S",
        "1000000/P1D, PT23H, PT1H1M26.4S"
    })
    void theLastSlotIsFreeAWindowAndAThousandthOfItAfterItsRequestEnded(String budget, String youngest, String freeIn) {
        AccountState state = state(budget, slots(1, "PT40H"), slots(1, youngest), slots(5, "PT30H"));

        assertThat(state.freeIn()).isEqualTo(Duration.parse(freeIn));
    }

    @Test
    void theYoungestSlotsComeFirst() {
        AccountState state = state("20/PT1M", slots(2, "PT30S"), slots(1, "PT-4S"), slots(7, "PT1S"));

        assertThat(state.slots()).containsExactly(slots(1, "PT-4S"), slots(7, "PT1S"), slots(2, "PT30S"));
    }

    @Test
    void whatHasNoSlotsOrNoBudgetHasNoRecord() {
        assertThatThrownBy(() -> new AccountState(ACCOUNT, Budget.UNLIMITED, List.of(slots(1, "PT0S"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> state("20/PT1M"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one slot");
    }

    private static AccountState state(String budget, SpentSlots... slots) {
        return new AccountState(ACCOUNT, Budget.parse(budget), List.of(slots));
    }
}
