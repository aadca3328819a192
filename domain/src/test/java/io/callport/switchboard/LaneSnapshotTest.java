package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the snapshots of lanes. */
class LaneSnapshotTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", new Limits(100, 100, 4, 64, 10), 3);
    private final SwitchboardFixture unlimited = new SwitchboardFixture("none", new Limits(100, 100, 1, 64, 10), 3);

    @Test
    void ofAnAccountOfWhichNothingIsKeptThereIsNothing() {
        assertThat(fixture.switchboard.snapshot(0)).isEmpty();
        assertThat(LaneSnapshot.idle(Account.parse(A)))
                .isEqualTo(new LaneSnapshot(Account.parse(A), 0, Duration.ZERO, 0, 0, Duration.ZERO, null));
    }

    @Test
    void countsWhatWaitsWhatIsInFlightAndWhatIsSpent() {
        fixture.accept("1", A, LATER)
                .accept("2", A, LATER)
                .accept("3", A, LATER)
                .advance();
        fixture.end("1", SwitchboardFixture.ANSWER);
        fixture.at(40_000).accept("4", A, LATER).advance();

        assertThat(at(fixture, 45_000))
                .isEqualTo(new LaneSnapshot(Account.parse(A), 2, seconds(45), 1, 2, Duration.ZERO, null));
        assertThat(at(fixture, 60_061).slotsUsed())
                .as("a window and a thousandth after its end")
                .isOne();
    }

    @Test
    void theOldestWaitIsThatOfTheFirstCommandThatStillWaits() {
        unlimited.accept("in flight", A, LATER).advance();
        unlimited.at(1_000).accept("first", A, 11_000);
        unlimited.at(2_000).accept("second", A, LATER).advance();
        assertThat(at(unlimited, 10_000).oldestWait()).isEqualTo(seconds(9));

        unlimited.at(11_000).advance();
        assertThat(unlimited.resultsAsText()).containsExactly("first expired");
        assertThat(at(unlimited, 12_000).oldestWait()).isEqualTo(seconds(10));

        unlimited.at(12_000).end("in flight", SwitchboardFixture.ANSWER).advance();
        assertThat(at(unlimited, 13_000).oldestWait()).as("nothing waits").isEqualTo(Duration.ZERO);
    }

    @Test
    void aCommandThatIsTriedAgainHasWaitedSinceItCameIn() {
        unlimited.at(1_000).accept("1", A, LATER).advance();
        unlimited.at(5_000).end("1", SwitchboardFixture.failure(Sent.YES)).advance();

        assertThat(at(unlimited, 5_001).waiting()).isOne();
        assertThat(at(unlimited, 5_001).oldestWait()).isEqualTo(Duration.ofMillis(4_001));
    }

    @Test
    void saysForHowLongALaneIsClosedAndBecauseOfWhat() {
        unlimited.accept("1", A, LATER).advance();
        unlimited
                .end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, seconds(40), 429))
                .advance();
        LaneSnapshot closed = at(unlimited, 10_000);
        assertThat(closed.closedFor()).isEqualTo(seconds(30));
        assertThat(closed.closedBy()).extracting(QueryFailure::reason).isEqualTo(Reason.VENDOR_UNAVAILABLE);

        unlimited.at(40_000).advance();
        unlimited
                .end("1", SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 401))
                .advance();
        assertThat(at(unlimited, 40_000).closedFor()).isEqualTo(seconds(60));
        assertThat(at(unlimited, 40_000).closedBy())
                .extracting(QueryFailure::reason)
                .isEqualTo(Reason.UNAUTHORIZED);

        LaneSnapshot open = at(unlimited, 100_000);
        assertThat(open.closedFor()).isEqualTo(Duration.ZERO);
        assertThat(open.closedBy()).as("open again").isNull();
    }

    @Test
    void aFailureThatWouldCloseItForLessDoesNotCountAsTheReason() {
        SwitchboardFixture two = new SwitchboardFixture("none", new Limits(100, 100, 2, 64, 10), 3);
        two.accept("1", A, LATER).accept("2", A, LATER).advance();
        two.end("1", SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 401));
        two.end("2", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, seconds(1), 503))
                .advance();

        assertThat(at(two, 0).closedFor()).isEqualTo(seconds(60));
        assertThat(at(two, 0).closedBy()).extracting(QueryFailure::reason).isEqualTo(Reason.UNAUTHORIZED);
    }

    @Test
    void tooManyRequestsCloseItToo() {
        unlimited.accept("1", A, LATER).advance();
        unlimited
                .end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, null, 429))
                .advance();
        assertThat(at(unlimited, 100).closedFor()).isEqualTo(Duration.ofMillis(400));
        assertThat(at(unlimited, 100).closedBy()).isNotNull();
    }

    @Test
    void aBudgetThatWasMadeSmallerIsOverspent() {
        List<SpentSlots> five = IntStream.range(0, 5)
                .mapToObj(i -> new SpentSlots(Duration.ZERO))
                .toList();
        fixture.switchboard.restore(Account.parse(A), five, 0);
        assertThat(at(fixture, 1).slotsUsed()).isEqualTo(5);
        unlimited.switchboard.restore(Account.parse(A), five, 0);
        assertThat(unlimited.accept("1", A, LATER).advance()).hasSize(1);
        assertThat(at(unlimited, 1).slotsUsed()).as("no budget").isZero();
    }

    @Test
    void everyLaneHasASnapshot() {
        IntStream.range(0, 20).forEach(i -> unlimited.accept("c" + i, "7moor:" + i % 10, LATER));
        assertThat(unlimited.switchboard.snapshot(0).stream().collect(Collectors.summingInt(LaneSnapshot::waiting)))
                .isEqualTo(20);
        assertThat(unlimited.switchboard.snapshot(0)).hasSize(10);
    }

    private static LaneSnapshot at(SwitchboardFixture fixture, long millis) {
        return fixture.switchboard.snapshot(Duration.ofMillis(millis).toNanos()).get(0);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
