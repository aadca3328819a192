package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpentSlotsTest {
    private static final Account ACCOUNT = CheckpointFixture.account(1);
    private static final Budget BUDGET = Budget.parse("20/PT1M");
    private static final SpentSlot IN_FLIGHT = new SpentSlot(null);
    private static final SpentSlot JUST_NOW = CheckpointFixture.ended(Duration.ZERO);
    private static final SpentSlot OLD = CheckpointFixture.ended(Duration.ofSeconds(40));
    private static final SpentSlot MAY_ARRIVE = CheckpointFixture.ended(Duration.ofSeconds(-30));

    @Test
    void anAccountGetsItsSlotsBackTheYoungestFirst() {
        assertThat(spent(BUDGET, OLD, IN_FLIGHT, MAY_ARRIVE).of(ACCOUNT, BUDGET))
                .containsExactly(IN_FLIGHT, MAY_ARRIVE, OLD);
    }

    @Test
    void anAccountThatIsNotListedHasSpentNothing() {
        assertThat(spent(BUDGET, OLD).of(CheckpointFixture.account(2), BUDGET)).isEmpty();
        assertThat(spent(BUDGET).of(ACCOUNT, BUDGET)).isEmpty();
        assertThat(SpentSlots.none().of(ACCOUNT, BUDGET)).isEmpty();
    }

    @Test
    void anAccountWhoseBudgetHasChangedHasJustSpentAllOfTheNewOne() {
        assertThat(spent(BUDGET, OLD).of(ACCOUNT, Budget.parse("3/PT1M")))
                .containsExactly(JUST_NOW, JUST_NOW, JUST_NOW);
        assertThat(spent(BUDGET, OLD).of(ACCOUNT, Budget.parse("20/PT2M")))
                .hasSize(20)
                .containsOnly(JUST_NOW);
    }

    @Test
    void anAccountWhoseBudgetHasChangedIsInFlightOrMayArriveIfAnyOfItsRequestsIsOrMay() {
        assertThat(spent(BUDGET, OLD, IN_FLIGHT).of(ACCOUNT, Budget.parse("2/PT1M")))
                .containsExactly(IN_FLIGHT, IN_FLIGHT);
        assertThat(spent(BUDGET, OLD, MAY_ARRIVE).of(ACCOUNT, Budget.parse("2/PT1M")))
                .containsExactly(MAY_ARRIVE, MAY_ARRIVE);
    }

    @Test
    void anAccountWithoutABudgetHasNothingToRestoreAndNothingToTell() {
        assertThat(spent(BUDGET, OLD).of(ACCOUNT, Budget.UNLIMITED)).isEmpty();
        assertThat(SpentSlots.allSpent().of(ACCOUNT, Budget.UNLIMITED)).isEmpty();
        assertThat(spent(Budget.UNLIMITED, OLD, IN_FLIGHT)).isEqualTo(SpentSlots.none());
    }

    @Test
    void whereAllIsSpentEveryAccountHasJustSpentAll() {
        assertThat(SpentSlots.allSpent().of(ACCOUNT, BUDGET)).hasSize(20).containsOnly(JUST_NOW);
        assertThat(SpentSlots.allSpent().of(CheckpointFixture.account(2), Budget.parse("1/P1D")))
                .containsExactly(JUST_NOW);
    }

    @Test
    void onlyAsManySlotsAsTheBudgetHasAreKeptTheYoungest() {
        Budget two = Budget.parse("2/PT1M");

        assertThat(spent(two, OLD, JUST_NOW, OLD, IN_FLIGHT).of(ACCOUNT, two)).containsExactly(IN_FLIGHT, JUST_NOW);
    }

    @Test
    void twoAccountsOfOneHashBothCountAsHavingSpentWhatEitherDid() {
        Account one = new Account("nxlink", "23a6fd1792fb");
        Account other = new Account("nxlink", "af4d6ba86663");
        Budget another = Budget.parse("2/PT1S");

        SpentSlots alike = SpentSlots.from(List.of(
                new AccountSlots(one, BUDGET, List.of(OLD)), new AccountSlots(other, BUDGET, List.of(IN_FLIGHT))));
        SpentSlots unlike = SpentSlots.from(
                List.of(new AccountSlots(one, BUDGET, List.of(OLD)), new AccountSlots(other, another, List.of(OLD))));

        assertThat(HashedAccountSlots.hash(one)).isEqualTo(HashedAccountSlots.hash(other));
        assertThat(alike.of(one, BUDGET)).containsExactly(IN_FLIGHT, OLD);
        assertThat(alike.of(other, BUDGET)).containsExactly(IN_FLIGHT, OLD);
        assertThat(unlike.of(one, BUDGET)).hasSize(20).containsOnly(JUST_NOW);
        assertThat(unlike.of(other, another)).containsExactly(JUST_NOW, JUST_NOW);
    }

    private static SpentSlots spent(Budget budget, SpentSlot... slots) {
        return SpentSlots.from(List.of(new AccountSlots(ACCOUNT, budget, List.of(slots))));
    }
}
