package io.callport.observability.pages;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of one path, which take work to make, on one thread of their own. However many clients look, a page is made
 * at most once a second and never twice at a time: clients share the page that is being made, or was made just now.
 * Thread-safe.
 */
final class SharedPages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** The most pages, by parameters, that are held or being made: people look at few accounts in one second. */
    private static final int MAX = 16;

    private static final EncodedPage BUSY =
            EncodedPage.of(Page.text(503, "Too many pages are being made; try again in a second\n"));
    private static final EncodedPage FAILED =
            EncodedPage.of(Page.text(500, "The page could not be made; the log says why\n"));

    private final ExecutorService thread;
    private final LongSupplier nanoTime;
    private final Map<String, Shared> shared = new LinkedHashMap<>();

    private record Shared(CompletableFuture<EncodedPage> page, long requestedAt) {}

    /**
     * Makes no page yet.
     *
     * @param thread the one thread of these pages, which is ended with them
     * @param nanoTime the clock, as {@link System#nanoTime()}
     */
    SharedPages(ExecutorService thread, LongSupplier nanoTime) {
        this.thread = thread;
        this.nanoTime = nanoTime;
    }

    /**
     * The page of a key.
     *
     * @param key the part of a request in which clients that share a page are equal
     * @param maker makes the page
     */
    CompletableFuture<EncodedPage> page(String key, Supplier<Page> maker) {
        CompletableFuture<EncodedPage> page = new CompletableFuture<>();
        synchronized (this) {
            dropStale();
            Shared known = shared.get(key);
            if (known != null) {
                return known.page;
            }
            if (shared.size() >= MAX && !dropOneThatIsMade()) {
                return CompletableFuture.completedFuture(BUSY);
            }
            shared.put(key, new Shared(page, nanoTime.getAsLong()));
        }
        thread.execute(() -> page.complete(made(maker)));
        return page;
    }

    /** Forgets the pages that are no longer fresh, so that no large page is held that no client asks for. */
    synchronized void dropStale() {
        long now = nanoTime.getAsLong();
        shared.values().removeIf(it -> it.page.isDone() && now - it.requestedAt >= FRESH.toNanos());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private boolean dropOneThatIsMade() {
        for (Map.Entry<String, Shared> entry : shared.entrySet()) {
            if (entry.getValue().page.isDone()) {
                shared.remove(entry.getKey());
                return true;
            }
        }
        return false;
    }

    private static EncodedPage made(Supplier<Page> maker) {
        try {
            return EncodedPage.of(maker.get());
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("A page could not be made");
            return FAILED;
        }
    }
}
