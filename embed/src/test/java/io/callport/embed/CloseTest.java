package io.callport.embed;

import static io.callport.embed.EmbedFixture.answer;
import static io.callport.embed.EmbedFixture.failure;
import static io.callport.embed.EmbedFixture.reason;
import static io.callport.embed.FakeVendor.A;
import static io.callport.embed.FakeVendor.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing Callport: what still ends, and what is refused. */
@Timeout(300)
class CloseTest {
    @Test
    void waitsForRequestsInFlight() {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            fixture.vendor.hold();
            CompletableFuture<CallInfo> inFlight = fixture.ask(A, "held");
            EmbedFixture.await("asked", () -> !fixture.vendor.requests.isEmpty());
            CompletableFuture<Void> closing = CompletableFuture.runAsync(fixture.callport::close);
            EmbedFixture.await("takes no more", () -> fixture.ask(A, "1").isDone());
            assertThat(closing).isNotDone();

            fixture.vendor.release();
            EmbedFixture.done(closing);
            assertThat(answer(inFlight)).isEqualTo("held");
        }
    }

    @Test
    void refusesWhatWaits() {
        try (EmbedFixture fixture = new EmbedFixture("1/PT1M")) {
            answer(fixture.ask(A, "1"));
            CompletableFuture<CallInfo> waiting = fixture.callport.ask(A, about("2"), Duration.ofHours(1));
            fixture.callport.close();
            assertThat(failure(waiting).reason()).isEqualTo(Reason.EXPIRED);
            assertThat(failure(waiting).detail()).contains("closed");
            assertThat(fixture.vendor.requests).containsExactly("a/1");
        }
    }

    @Test
    void waitsNoLongerThanTheGivenTime() {
        try (EmbedFixture fixture = new EmbedFixture("none", it -> it.withShutdown(Duration.ofSeconds(5)))) {
            fixture.vendor.hold();
            CompletableFuture<CallInfo> inFlight = fixture.ask(A, "held");
            EmbedFixture.await("asked", () -> !fixture.vendor.requests.isEmpty());
            CompletableFuture<Void> closing = CompletableFuture.runAsync(fixture.callport::close);
            EmbedFixture.await("takes no more", () -> fixture.ask(A, "1").isDone());
            fixture.advance(Duration.ofSeconds(4));
            assertThat(closing).isNotDone();
            assertThat(inFlight).isNotDone();

            fixture.advance(Duration.ofSeconds(6));
            EmbedFixture.done(closing);
            assertThat(reason(inFlight)).isEqualTo(Reason.EXPIRED);
        }
    }

    @Test
    void refusesWhatIsAskedAfterwards() {
        EmbedFixture fixture = new EmbedFixture("none");
        fixture.close();
        CompletableFuture<CallInfo> tooLate = fixture.ask(A, "1");
        assertThat(tooLate).isDone();
        assertThat(failure(tooLate).detail()).isEqualTo("Callport is closed");
        fixture.callport.close();
    }

    @Test
    void anInterruptEndsTheWaiting() throws InterruptedException {
        try (EmbedFixture fixture = new EmbedFixture("none")) {
            fixture.vendor.hold();
            CompletableFuture<CallInfo> inFlight = fixture.ask(A, "held");
            EmbedFixture.await("asked", () -> !fixture.vendor.requests.isEmpty());
            Thread closer = new Thread(fixture.callport::close);
            closer.start();
            closer.interrupt();
            closer.join();
            assertThat(reason(inFlight)).isEqualTo(Reason.EXPIRED);
        }
    }

    @Test
    void leavesNoThreadBehind() {
        Set<Thread> before = threads();
        EmbedFixture fixture = new EmbedFixture("none");
        fixture.vendor.hold();
        CompletableFuture<CallInfo> inFlight = fixture.ask(A, "held");
        answer(fixture.ask(A, "1"));
        assertThat(threads()).hasSizeGreaterThan(before.size());
        fixture.close();
        assertThat(inFlight).succeedsWithin(Duration.ofMinutes(5));
        EmbedFixture.await("all threads ended", () -> before.containsAll(threads()));
    }

    @Test
    void whatBreaksTheSwitchboardsThreadLeavesNobodyWaiting() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
        EmbedSettings settings =
                EmbedSettings.of(Map.of(A, Budget.parse("1/PT1H"))).withDeadline(Duration.ofHours(2));
        FakeVendor vendor = new FakeVendor().hold();
        AtomicBoolean broken = new AtomicBoolean();
        LongSupplier clock = () -> {
            if (broken.get() && Thread.currentThread().getName().equals("callport-switchboard")) {
                broken.set(false);
                throw new AssertionError("a clock that breaks");
            }
            return 0;
        };
        try (Callport callport =
                Callport.open(settings, name -> vendor, EmbedListener.NONE, EmbedExecutors.own(settings), clock)) {
            CompletableFuture<CallInfo> started = callport.ask(A, about("held"));
            EmbedFixture.await("asked", () -> !vendor.requests.isEmpty());
            broken.set(true);
            CompletableFuture<CallInfo> waiting = callport.ask(A, about("2"));
            assertThat(reason(started)).isEqualTo(Reason.EXPIRED);
            assertThat(reason(waiting)).isEqualTo(Reason.EXPIRED);
            assertThat(reason(callport.ask(A, about("3")))).isEqualTo(Reason.EXPIRED);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("callport-"))
                .collect(Collectors.toSet());
    }
}
