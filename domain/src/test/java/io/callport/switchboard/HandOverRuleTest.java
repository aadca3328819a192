package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.query.QueryFailure.Sent;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S2 between instances: a slot that one instance spent counts at the next instance for as long or longer. */
class HandOverRuleTest {
    private static final String A = "7moor:a";
    private static final Account ACCOUNT = Account.parse(A);
    private static final long LATER = 10_000_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", Limits.DEFAULT);

    @Test
    void spentSlotsTravelAsAges() {
        fixture.at(100).accept("1", A, LATER).accept("2", A, LATER).advance();
        fixture.at(1_000).end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(spentAt(10_000))
                .containsExactly(new SpentSlots(Duration.ofSeconds(-65)), new SpentSlots(Duration.ofSeconds(9)));
    }

    @Test
    void aRequestThatMayStillArriveHasNotEndedYet() {
        fixture.accept("1", A, LATER).advance();
        fixture.at(1_000).end("1", SwitchboardFixture.failure(Sent.MAYBE)).advance();

        assertThat(spentAt(10_000)).containsExactly(new SpentSlots(Duration.ofSeconds(9 - 30)));
    }

    @Test
    void whatIsFreeAgainDoesNotTravel() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(spentAt(60_059)).hasSize(1);
        assertThat(spentAt(60_060)).isEmpty();
    }

    @Test
    void anAccountThatWasNeverAskedHasSpentNothing() {
        assertThat(spentAt(0)).isEmpty();
        assertThat(fixture.switchboard.lanes()).as("nor is it remembered").isZero();
    }

    @Test
    void aRestoredSlotIsFreedWhenItWouldHaveBeen() {
        restoreAt(500_000, new SpentSlots(Duration.ofSeconds(9)), new SpentSlots(Duration.ofSeconds(4)));
        fixture.accept("1", A, LATER).accept("2", A, LATER);

        assertThat(fixture.advance()).isEmpty();
        assertThat(fixture.at(551_059).advance()).isEmpty();
        assertThat(fixture.at(551_060).advance()).containsExactly("1");
        assertThat(fixture.at(556_059).advance()).isEmpty();
        assertThat(fixture.at(556_060).advance()).containsExactly("2");
    }

    @Test
    void aSlotThatWasInFlightCountsAsEndingAfterAllThatItMayStillTake() {
        SwitchboardFixture writer = new SwitchboardFixture("2/PT1M", Limits.DEFAULT);
        writer.accept("1", A, LATER).accept("2", A, LATER).advance();
        restoreAt(0, writer.switchboard.spentSlots(ACCOUNT, 0).toArray(SpentSlots[]::new));
        fixture.accept("1", A, LATER);

        long ends = 5_000 + 2 * 30_000;
        assertThat(fixture.at(ends + 60_059).advance()).isEmpty();
        assertThat(fixture.at(ends + 60_060).advance()).containsExactly("1");
    }

    @Test
    void restoredSlotsHoldBackWhatWaitsAlready() {
        fixture.accept("1", A, LATER);
        restoreAt(0, new SpentSlots(Duration.ZERO), new SpentSlots(Duration.ZERO));

        assertThat(fixture.advance()).isEmpty();
    }

    @Test
    void moreThanTheBudgetIsWaitedFor() {
        restoreAt(
                0,
                new SpentSlots(Duration.ofSeconds(30)),
                new SpentSlots(Duration.ofSeconds(20)),
                new SpentSlots(Duration.ofSeconds(10)));
        fixture.accept("soon", A, 40_060).accept("1", A, 40_061).advance();

        assertThat(fixture.resultsAsText()).containsExactly("soon over-budget");
        assertThat(fixture.at(30_060).advance()).isEmpty();
        assertThat(fixture.at(40_060).advance()).containsExactly("1");
    }

    @Test
    void wakesUpWhenARestoredSlotIsFreeAlthoughOthersWereRefused() {
        restoreAt(0, new SpentSlots(Duration.ofSeconds(9)), new SpentSlots(Duration.ofSeconds(9)));
        fixture.accept("short", A, 1_000).accept("long", A, LATER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("short over-budget");
        assertThat(fixture.wakeAt).isEqualTo(51_060);
    }

    @Test
    void restoringNothingRemembersNothing() {
        restoreAt(0);
        restoreAt(0, new SpentSlots(Duration.ofMillis(60_060)));

        assertThat(fixture.switchboard.lanes()).isZero();
    }

    @Test
    void anAccountWithoutABudgetHasNoSlots() {
        SwitchboardFixture unlimited = new SwitchboardFixture("none", Limits.DEFAULT);
        unlimited.accept("1", A, LATER).advance();
        assertThat(unlimited.switchboard.spentSlots(ACCOUNT, 0)).isEmpty();

        unlimited.switchboard.restore(
                ACCOUNT, List.of(new SpentSlots(Duration.ofSeconds(-1)), new SpentSlots(Duration.ZERO)), 0);
        assertThat(unlimited.accept("2", A, LATER).advance()).containsExactly("2");
        unlimited
                .end("1", SwitchboardFixture.ANSWER)
                .end("2", SwitchboardFixture.ANSWER)
                .advance();
        assertThat(unlimited.switchboard.lanes()).isZero();
    }

    @Test
    void slotsOfALargeBudgetTravelByPartsOfTheWindow() {
        int requests = 10_000;
        SwitchboardFixture writer = new SwitchboardFixture(requests + "/PT1H", Limits.DEFAULT);
        List<SpentSlots> even = IntStream.range(0, requests)
                .mapToObj(i -> new SpentSlots(Duration.ofMillis(360L * i)))
                .toList();
        writer.switchboard.restore(ACCOUNT, even, 0);

        List<SpentSlots> spent = writer.switchboard.spentSlots(ACCOUNT, 0);

        assertThat(spent.size()).isLessThanOrEqualTo(70);
        assertThat(spent.stream().mapToInt(SpentSlots::count).sum()).isEqualTo(requests);
        int younger = 0;
        for (SpentSlots part : spent) {
            Duration oldest = even.get(younger + part.count() - 1).endedAgo();
            assertThat(part.endedAgo()).isEqualTo(even.get(younger).endedAgo());
            assertThat(oldest.minus(part.endedAgo()))
                    .isLessThan(Duration.ofHours(1).dividedBy(64));
            younger += part.count();
        }
        long halfAnHour = Duration.ofMinutes(30).plusMillis(3_600).toNanos();
        assertThat(writer.switchboard.spentSlots(ACCOUNT, halfAnHour).stream()
                        .mapToInt(SpentSlots::count)
                        .sum())
                .as("half of them are free")
                .isEqualTo(requests / 2);
        SwitchboardFixture next = new SwitchboardFixture(requests + "/PT1H", Limits.DEFAULT);
        next.switchboard.restore(
                ACCOUNT, spent, Duration.ofDays(3).plusNanos(12_345).toNanos());
        assertThat(next.switchboard.spentSlots(
                        ACCOUNT, Duration.ofDays(3).plusNanos(12_345).toNanos()))
                .as("they travel on as they are")
                .isEqualTo(spent);
    }

    private List<SpentSlots> spentAt(long millis) {
        return fixture.switchboard.spentSlots(ACCOUNT, Duration.ofMillis(millis).toNanos());
    }

    private void restoreAt(long millis, SpentSlots... spent) {
        fixture.at(millis)
                .switchboard
                .restore(ACCOUNT, List.of(spent), Duration.ofMillis(millis).toNanos());
    }
}
