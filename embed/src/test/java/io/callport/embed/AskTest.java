package io.callport.embed;

import static io.callport.embed.EmbedFixture.MINUTE;
import static io.callport.embed.EmbedFixture.answer;
import static io.callport.embed.EmbedFixture.failure;
import static io.callport.embed.EmbedFixture.reason;
import static io.callport.embed.FakeVendor.A;
import static io.callport.embed.FakeVendor.B;
import static io.callport.embed.FakeVendor.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.query.QueryFailedException;
import io.callport.query.Reason;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outcome of a query: its answer, or the failure of its future. */
@Timeout(300)
class AskTest {
    @Test
    void anAnswer() {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            assertThat(answer(fixture.ask(A, "1"))).isEqualTo("1");
            assertThat(fixture.vendor.requests).containsExactly("a/1");
        }
    }

    @Test
    void theVendorsNoAsAnException() {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            CompletableFuture<CallInfo> refused = fixture.ask(A, "refused");
            assertThat(failure(refused).detail()).isEqualTo("No such customer");
            assertThatThrownBy(refused::join).hasCauseInstanceOf(QueryFailedException.class);
            assertThat(refused.handle((answer, e) -> e).join()).hasMessage("vendor-refused: No such customer");
        }
    }

    @Test
    void aFailureWhenThePortBreaks() {
        try (EmbedFixture fixture =
                new EmbedFixture("none", it -> it.withRetries(new RetryPolicy(MINUTE, MINUTE, 1)))) {
            assertThat(reason(fixture.ask(A, "broken"))).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(answer(fixture.ask(A, "1"))).isEqualTo("1");
        }
    }

    @Test
    void aFailureWhenThereAreNoPorts() {
        EmbedSettings settings = EmbedSettings.of(Map.of(A, Budget.UNLIMITED));
        try (Callport callport = Callport.open(settings, vendor -> {
            throw new IllegalStateException("no ports");
        })) {
            assertThat(reason(callport.ask(A, about("1")))).isEqualTo(Reason.MALFORMED_ANSWER);
        }
    }

    @Test
    void aRefusalAtOnceForAnAccountThatIsNotConfigured() {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            CompletableFuture<CallInfo> result = fixture.ask(Account.parse("callbot:c"), "1");
            assertThat(result).isDone();
            assertThat(reason(result)).isEqualTo(Reason.UNKNOWN_ACCOUNT);
        }
    }

    @Test
    void aRefusalAtItsDeadline() {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            fixture.vendor.hold();
            CompletableFuture<CallInfo> late = fixture.callport.ask(A, about("held"), Duration.ofSeconds(10));
            fixture.advance(Duration.ofSeconds(10).minusNanos(1));
            fixture.settle();
            assertThat(late).isNotDone();

            fixture.advance(Duration.ofNanos(1));
            assertThat(reason(late)).isEqualTo(Reason.EXPIRED);
        }
    }

    @Test
    void aRefusalAtItsDeadlineByTheRealClock() {
        FakeVendor silent = new FakeVendor().hold();
        EmbedSettings settings = EmbedSettings.of(Map.of(A, Budget.UNLIMITED)).withDeadline(Duration.ofMillis(20));
        try (Callport callport = Callport.open(settings.withShutdown(Duration.ZERO), vendor -> silent)) {
            assertThat(reason(callport.ask(A, about("held")))).isEqualTo(Reason.EXPIRED);
        }
    }

    @Test
    void aRefusalForADeadlineThatHasPassed() {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            assertThat(reason(fixture.callport.ask(A, about("1"), Duration.ofSeconds(-1))))
                    .isEqualTo(Reason.EXPIRED);
            assertThat(fixture.vendor.requests).isEmpty();
        }
    }

    @Test
    void anAnswerWithTheLongestDeadlineAndAgeThereAre() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            assertThat(answer(fixture.callport.ask(A, about("1"), forEver, forEver)))
                    .isEqualTo("1");
        }
    }

    @Test
    void aRefusalWhenTooManyWait() {
        try (EmbedFixture fixture =
                new EmbedFixture("none", it -> it.withLimits(new Limits(1, 100, 1, 10, 256L << 20)))) {
            fixture.vendor.hold();
            CompletableFuture<CallInfo> asked = fixture.ask(A, "held");
            fixture.settle();
            CompletableFuture<CallInfo> waiting = fixture.ask(A, "1");
            assertThat(reason(fixture.ask(A, "2"))).isEqualTo(Reason.OVERLOADED);
            assertThat(answer(fixture.ask(B, "1"))).isEqualTo("1");

            fixture.vendor.release();
            assertThat(List.of(answer(asked), answer(waiting))).containsExactly("held", "1");
        }
    }

    @Test
    void aResultThatItsApplicationGaveUpIsItsOwn() {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            fixture.vendor.hold();
            CompletableFuture<CallInfo> given = fixture.ask(A, "held");
            given.cancel(true);
            fixture.vendor.release();
            assertThat(answer(fixture.ask(A, "1"))).isEqualTo("1");
            assertThat(given).isCancelled();
        }
    }
}
