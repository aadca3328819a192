package io.callport.observability.pages;

import io.callport.execution.DaemonThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves pages over HTTP. No client can keep another from a health page: requests are read and responses are sent
 * without a thread that waits, connections are bounded and the one that waits longest for its client is closed, and
 * pages that take work are made on threads of their own, once for all who look. Thread-safe.
 */
public final class PageServer implements AutoCloseable {
    private static final String NAME = "callport-admin";

    /** The threads that read requests and send responses; none of them ever waits for a client or for a page. */
    private static final int THREADS = 4;

    /** Connections that wait to be accepted: a burst beyond it has to connect again after a second. */
    private static final int BACKLOG = 1_024;

    private static final int MAX_HEADERS = 8 * 1_024;
    private static final int IDLE_MILLIS = 30_000;

    private final Server server;
    private final ServerConnector connector;
    private final List<SharedPages> shared = new ArrayList<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(NAME + "-watch"));

    /**
     * The pages by their paths.
     *
     * @param health pages that are answered at once, for any host; making one never waits
     * @param plain pages that take work, and ignore what comes after the path
     * @param asked pages that take work, and differ by the request
     */
    public record Pages(
            Map<String, Supplier<Page>> health,
            Map<String, Supplier<Page>> plain,
            Map<String, Function<PageRequest, Page>> asked) {
        /** Copies the three maps. */
        public Pages {
            health = Map.copyOf(health);
            plain = Map.copyOf(plain);
            asked = Map.copyOf(asked);
        }
    }

    private PageServer(Pages pages, Collection<String> hosts) {
        ClientConnections connections = new ClientConnections(System::nanoTime);
        server = new Server(threads());
        connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(http()));
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(BACKLOG);
        connector.addBean(connections);
        server.addConnector(connector);
        server.setHandler(new PageHandler(table(pages), HostAllowList.of(hosts), connections));
        server.setErrorHandler(PageServer::refuse);
        Future<?> unused = watch.scheduleWithFixedDelay(
                () -> {
                    connections.closeOverdue();
                    shared.forEach(SharedPages::dropStale);
                },
                1,
                1,
                TimeUnit.SECONDS);
    }

    private PageTable table(Pages pages) {
        Map<String, Function<PageRequest, CompletableFuture<EncodedPage>>> others = new HashMap<>();
        pages.plain().forEach((path, page) -> {
            SharedPages ofPath = sharedPages(path);
            others.put(path, wanted -> ofPath.page(path, page));
        });
        pages.asked().forEach((path, page) -> {
            SharedPages ofPath = sharedPages(path);
            others.put(path, wanted -> ofPath.page(wanted.toString(), () -> page.apply(wanted)));
        });
        return new PageTable(pages.health(), others);
    }

    private SharedPages sharedPages(String path) {
        ThreadFactory thread = DaemonThreads.named(NAME + path.replace('/', '-'));
        SharedPages pages = new SharedPages(Executors.newSingleThreadExecutor(thread), System::nanoTime);
        shared.add(pages);
        return pages;
    }

    /**
     * Opens a port and starts serving.
     *
     * @param hosts the names by which clients may ask for a page that is no health page, beside loopback names and IP
     *     addresses
     * @throws IOException if the port cannot be opened
     */
    public static PageServer start(String host, int port, Collection<String> hosts, Pages pages) throws IOException {
        PageServer opened = new PageServer(pages, hosts);
        try {
            opened.connector.setHost(host);
            opened.connector.setPort(port);
            opened.connector.open();
            opened.server.start();
            return opened;
        } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
        } catch (Exception e) {
            opened.close();
            throw new IOException("the server did not start", e);
        }
    }

    /** The port on which the server listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops the server at once. */
    @Override
    public void close() {
        watch.shutdownNow();
        shared.forEach(SharedPages::close);
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("the server of the pages did not stop", e);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName(NAME);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        return threads;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        return http;
    }

    /** Answers what is no request for a page, as plain text and with the headers of a page. */
    private static boolean refuse(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        PageResponse.send(EncodedPage.of(Page.text(status, "HTTP " + status + "\n")), request, response, callback);
        return true;
    }
}
