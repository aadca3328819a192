package io.callport.http.transport;

import io.callport.execution.DaemonThreads;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up on threads of its own, because nothing ends a look-up that hangs: a request waits for it no longer
 * than for a connection. All that ask for one name share its look-up. Thread-safe.
 */
final class NameLookup implements Dns, AutoCloseable {
    /** As many names can hang before others wait for them; vendors have one or two each. */
    private static final int MAX_THREADS = 8;

    private static final int IDLE_SECONDS = 10;

    /** Looks a name up, for as long as that takes. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final long timeoutNanos;
    private final ThreadPoolExecutor threads;
    private final Map<String, CompletableFuture<List<InetAddress>>> lookups = new ConcurrentHashMap<>();

    NameLookup(Resolver resolver, Duration timeout) {
        this.resolver = resolver;
        this.timeoutNanos = timeout.toNanos();
        this.threads = new ThreadPoolExecutor(
                MAX_THREADS,
                MAX_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DaemonThreads.named("callport-http-names"));
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found = lookups.computeIfAbsent(host, this::start);
        try {
            return found.get(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (TimeoutException e) {
            throw new LookupTimeoutException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LookupTimeoutException(host);
        }
    }

    private CompletableFuture<List<InetAddress>> start(String host) {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        threads.execute(() -> {
            // Removed first: a request that comes after the end begins another look-up.
            try {
                List<InetAddress> addresses = resolver.resolve(host);
                lookups.remove(host, found);
                found.complete(addresses);
            } catch (UnknownHostException | RuntimeException e) {
                lookups.remove(host, found);
                found.completeExceptionally(e);
            }
        });
        return found;
    }

    /** Ends the waits for names. */
    @Override
    public void close() {
        threads.shutdown();
        lookups.values().forEach(found -> found.completeExceptionally(new InterruptedIOException()));
    }

    /** Reports a look-up that did not end in time. */
    static final class LookupTimeoutException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        LookupTimeoutException(String host) {
            super(host);
        }
    }
}
