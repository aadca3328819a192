package io.callport.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.http.transport.NameLookup.LookupTimeoutException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The look-up of names, with resolvers that hang, fail or are slow. */
@Timeout(300)
class NameLookupTest {
    private static final Duration BRIEF = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final List<InetAddress> FOUND = List.of(InetAddress.getLoopbackAddress());

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger lookups = new AtomicInteger();

    @Test
    void aLookUpThatHangsEndsInTimeAndIsNotStartedAgain() {
        try (NameLookup names = new NameLookup(this::hang, BRIEF)) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> names.lookup("slow.example")).isInstanceOf(LookupTimeoutException.class);
            }
            assertThat(lookups).hasValue(1);
        } finally {
            release.countDown();
        }
    }

    @Test
    void allThatAskForOneNameGetWhatIsFound() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try (NameLookup names = new NameLookup(this::hang, LONG)) {
            List<Future<List<InetAddress>>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(pool.submit(() -> names.lookup("vendor.example")));
            }
            asked.await();
            release.countDown();
            for (Future<List<InetAddress>> each : all) {
                assertThat(each.get()).isEqualTo(FOUND);
            }
            int before = lookups.get();
            assertThat(names.lookup("vendor.example")).isEqualTo(FOUND);
            assertThat(lookups).hasValue(before + 1); // what was found is not kept here
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aNameThatIsUnknownIsAskedForAgain() throws Exception {
        try (NameLookup names = new NameLookup(
                host -> {
                    if (lookups.incrementAndGet() == 1) {
                        throw new UnknownHostException(host);
                    }
                    return FOUND;
                },
                LONG)) {
            assertThatThrownBy(() -> names.lookup("vendor.example"))
                    .isInstanceOf(UnknownHostException.class)
                    .isNotInstanceOf(LookupTimeoutException.class);
            assertThat(names.lookup("vendor.example")).isEqualTo(FOUND);
        }
    }

    @Test
    void anInterruptEndsTheWaitForAName() throws Exception {
        try (NameLookup names = new NameLookup(this::hang, LONG)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> names.lookup("slow.example")).isInstanceOf(LookupTimeoutException.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void closingEndsTheWaitForAName() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        NameLookup names = new NameLookup(this::hang, LONG);
        try {
            Future<Throwable> failed = pool.submit(() -> {
                try {
                    names.lookup("slow.example");
                    return new AssertionError("it was found");
                } catch (UnknownHostException e) {
                    return e;
                }
            });
            asked.await();
            names.close();
            assertThat(failed.get()).isInstanceOf(UnknownHostException.class);
        } finally {
            release.countDown();
            pool.shutdownNow();
        }
    }

    private List<InetAddress> hang(String host) {
        lookups.incrementAndGet();
        asked.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return FOUND;
    }
}
