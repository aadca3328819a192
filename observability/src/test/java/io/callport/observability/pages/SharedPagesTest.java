package io.callport.observability.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class SharedPagesTest {
    private static final int MAX = 16;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final SharedPages pages = new SharedPages(Executors.newSingleThreadExecutor(), nanos::get);

    @AfterEach
    void close() {
        released.countDown();
        pages.close();
    }

    @Test
    void clientsShareThePageThatIsBeingMade() {
        List<CompletableFuture<EncodedPage>> looks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            looks.add(pages.page("a", this::slow));
        }
        released.countDown();
        assertThat(looks).allSatisfy(look -> assertThat(text(look)).isEqualTo("page 1"));
        assertThat(made).hasValue(1);
    }

    @Test
    void aPageIsMadeAtMostOnceASecond() {
        assertThat(text(pages.page("a", this::quick))).isEqualTo("page 1");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertThat(text(pages.page("a", this::quick))).isEqualTo("page 1");
        nanos.addAndGet(1);
        assertThat(text(pages.page("a", this::quick))).isEqualTo("page 2");
        assertThat(text(pages.page("b", this::quick))).isEqualTo("page 3");
    }

    @Test
    void whoAsksForTooManyIsRefusedUntilSomeAreMade() {
        List<CompletableFuture<EncodedPage>> looks = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            looks.add(pages.page("a" + i, this::slow));
        }
        assertThat(status(pages.page("one more", this::slow))).isEqualTo(503);
        assertThat(pages.page("a3", this::slow)).isSameAs(looks.get(3));
        released.countDown();
        looks.forEach(SharedPagesTest::text);
        assertThat(status(pages.page("one more", this::slow))).isEqualTo(200);
    }

    @Test
    void aPageThatCannotBeMadeIsAnsweredAsThat() {
        assertThat(status(pages.page("a", () -> {
                    throw new IllegalStateException("broken");
                })))
                .isEqualTo(500);
        assertThat(status(pages.page("b", this::quick))).isEqualTo(200);
    }

    private Page quick() {
        return Page.text(200, "page " + made.incrementAndGet());
    }

    private Page slow() {
        try {
            assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return quick();
    }

    private static String text(CompletableFuture<EncodedPage> look) {
        return StandardCharsets.UTF_8.decode(look.join().body().duplicate()).toString();
    }

    private static int status(CompletableFuture<EncodedPage> look) {
        return look.join().status();
    }
}
