package io.callport.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VendorPingsTest {
    private static final Account GOOD = new Account("callbot", "good");
    private static final Account BAD = new Account("callbot", "bad");
    private static final Account MUTE = new Account("nxlink", "mute");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final BlockingQueue<Account> asked = new LinkedBlockingQueue<>();
    private final VendorPings pings = new VendorPings(List.of(GOOD, BAD, MUTE), this::ping, now::get);

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
    void whatVendorsSaidIsToldToTheNextWhoLooks() throws Exception {
        assertThat(asked).as("before somebody looks").isEmpty();
        pings.latest();
        awaitAsked();

        assertThat(awaitKnown())
                .containsExactly(
                        new VendorPing(GOOD, Instant.EPOCH, null),
                        new VendorPing(BAD, Instant.EPOCH, "vendor-unavailable: down"));
    }

    @Test
    void theyAreAskedOnceAMinuteHoweverOftenSomebodyLooks() throws Exception {
        pings.latest();
        awaitAsked();
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)).minusNanos(1));
        pings.latest();
        assertThat(asked).isEmpty();

        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
        awaitAsked();
    }

    /** Else the looks of an hour would all be made up for at once when the vendor answers again. */
    @Test
    void vendorsThatDoNotAnswerAreAskedOnceHoweverManyMinutesPass() throws Exception {
        CountDownLatch mute = new CountDownLatch(1);
        List<Account> many = IntStream.range(0, 10)
                .mapToObj(i -> new Account("callbot", "" + i))
                .toList();
        try (VendorPings waiting = new VendorPings(
                many,
                account -> {
                    asked.add(account);
                    return awaited(mute);
                },
                now::get)) {
            for (int minute = 0; minute < 60; minute++) {
                now.set(Instant.EPOCH.plus(Duration.ofMinutes(minute)));
                waiting.latest();
            }
            mute.countDown();
            List<Account> once = new ArrayList<>();
            while (once.size() < many.size()) {
                once.add(asked.poll(30, TimeUnit.SECONDS));
            }
            assertThat(once).containsExactlyInAnyOrderElementsOf(many);
            assertThat(asked.poll(200, TimeUnit.MILLISECONDS))
                    .as("whom else was asked")
                    .isNull();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void whoeverLooksWhileTheServiceGoesDownGetsWhatWasKnown() {
        pings.close();
        assertThat(pings.latest()).isEmpty();
    }

    /** Each of the three, once; one whose last ping has not quite ended is asked by a later look. */
    private void awaitAsked() throws InterruptedException {
        List<Account> each = new ArrayList<>();
        while (each.size() < 3) {
            pings.latest();
            Account next = asked.poll(10, TimeUnit.MILLISECONDS);
            if (next != null) {
                each.add(next);
            }
        }
        assertThat(each).containsExactlyInAnyOrder(GOOD, BAD, MUTE);
    }

    private List<VendorPing> awaitKnown() {
        List<VendorPing> known = pings.latest();
        while (known.size() < 2) {
            Thread.onSpinWait();
            known = pings.latest();
        }
        return known;
    }
}
