package io.callport.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class VendorPingsTest {
    private static final Account GOOD = new Account("callbot", "good");
    private static final Account BAD = new Account("callbot", "bad");
    private static final Account MUTE = new Account("nxlink", "mute");

    private static final Duration SOON = Duration.ofMillis(1);

    private final BlockingQueue<Account> asked = new LinkedBlockingQueue<>();
    private final VendorPings pings =
            new VendorPings(List.of(GOOD, BAD, MUTE), this::ping, InstantSource.fixed(Instant.EPOCH), SOON);

    @AfterEach
    void close() {
        pings.close();
    }

    private boolean ping(Account account) {
        asked.add(account);
        if (account.equals(BAD)) {
            throw new QueryFailedException(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "down"));
        }
        return account.equals(GOOD);
    }

    @Test
    void aLookAsksNobody() {
        for (int look = 0; look < 1_000; look++) {
            assertThat(pings.latest()).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theScheduleAsksWhetherSomebodyLooksOrNot() throws InterruptedException {
        pings.start();
        awaitAsked(GOOD, 3);
        awaitAsked(BAD, 3);

        assertThat(pings.latest())
                .containsExactly(
                        new VendorPing(GOOD, Instant.EPOCH, null),
                        new VendorPing(BAD, Instant.EPOCH, "vendor-unavailable: down"));
    }

    @Test
    void aVendorWithoutAPingIsNotAskedAgain() throws InterruptedException {
        pings.start();
        awaitAsked(MUTE, 1);
        awaitAsked(GOOD, 2);
        asked.clear();
        awaitAsked(GOOD, 20);
        assertThat(asked).doesNotContain(MUTE);
    }

    /** Otherwise the pings of an hour would all be made up for at once when the vendor answers again. */
    @Test
    void aVendorThatDoesNotAnswerIsNotAskedAgainMeanwhile() throws InterruptedException {
        CountDownLatch mute = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (VendorPings waiting = new VendorPings(
                List.of(GOOD),
                account -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    asked.add(account);
                    boolean answered = awaited(mute);
                    atOnce.decrementAndGet();
                    return answered;
                },
                InstantSource.system(),
                SOON)) {
            waiting.start();
            awaitAsked(GOOD, 1);
            assertThat(asked.poll(200, TimeUnit.MILLISECONDS))
                    .as("asked meanwhile")
                    .isNull();
            mute.countDown();
            awaitAsked(GOOD, 5);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aLookWhileTheServiceStopsGetsWhatWasKnown() {
        pings.close();
        assertThat(pings.latest()).isEmpty();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Waits until an account was asked that often. */
    private void awaitAsked(Account account, int times) throws InterruptedException {
        int left = times;
        while (left > 0) {
            Account next = asked.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("asked within 30 s").isNotNull();
            left -= next.equals(account) ? 1 : 0;
        }
    }
}
