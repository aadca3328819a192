package io.callport.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
        pings.look();
        awaitAsked();

        assertThat(awaitKnown())
                .containsExactly(
                        new VendorPing(GOOD, Instant.EPOCH, null),
                        new VendorPing(BAD, Instant.EPOCH, "vendor-unavailable: down"));
    }

    @Test
    void theyAreAskedOnceAMinuteHoweverOftenSomebodyLooks() throws Exception {
        pings.look();
        awaitAsked();
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)).minusNanos(1));
        pings.look();
        assertThat(asked).isEmpty();

        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
        pings.look();
        awaitAsked();
    }

    @Test
    void whoeverLooksWhileTheServiceGoesDownGetsWhatWasKnown() {
        pings.close();
        assertThat(pings.look()).isEmpty();
    }

    private void awaitAsked() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(asked.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private List<VendorPing> awaitKnown() {
        List<VendorPing> known = pings.look();
        while (known.size() < 2) {
            Thread.onSpinWait();
            known = pings.look();
        }
        return known;
    }
}
