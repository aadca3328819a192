package io.callport.benchmarks.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Callbot's {@code callinfo} on a port of 127.0.0.1: one thread serves all connections. Each answer leaves after the
 * set delay or up to a millisecond later, whatever the load; without a delay the answer leaves at once. The stand-in
 * signs its answers and checks no signature, since every contender would pay for such a check alike.
 */
public final class CallbotStandIn implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ServerSocketChannel server;
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "stand-in-vendor");
    private final Queue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private volatile long latency;
    private final AtomicLong requests = new AtomicLong();
    private volatile boolean hangingUp;
    private volatile boolean closing;

    /** An answer that waits for its time. */
    private record Due(long at, Connection connection) {}

    private CallbotStandIn() throws IOException {
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
    }

    /** Starts a stand-in that answers at once. */
    public static CallbotStandIn start() {
        try {
            CallbotStandIn standIn = new CallbotStandIn();
            standIn.thread.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address, as in {@code http://127.0.0.1:18080}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.socket().getLocalPort());
    }

    /** Sets the delay of an answer after its request, from now on. */
    public void answerAfter(Duration time) {
        latency = time.toNanos();
    }

    /** The number of requests read. */
    public long requests() {
        return requests.get();
    }

    /** The processor time of the stand-in, in nanoseconds, which is subtracted from that of a contender. */
    public long processorNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    /**
     * Closes all connections and forgets the requests that still wait: a client that cannot be closed, as the JDK's
     * before 21, then releases its own connections.
     */
    public void hangUp() {
        hangingUp = true;
        selector.wakeup();
        while (hangingUp && thread.isAlive()) {
            LockSupport.parkNanos(NANOS_PER_MILLI);
        }
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
    }

    private void run() {
        try (server;
                selector) {
            while (!closing) {
                await();
                for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); keys.remove()) {
                    serve(keys.next());
                }
                answerDue();
                if (hangingUp) {
                    closeConnections();
                    hangingUp = false;
                }
            }
            closeConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeConnections() throws IOException {
        due.clear();
        for (SelectionKey key : selector.keys()) {
            if (key.channel() != server) {
                key.channel().close();
            }
        }
    }

    private void await() throws IOException {
        Due next = due.peek();
        if (next == null) {
            selector.select();
        } else {
            long nanos = next.at - System.nanoTime();
            if (nanos > 0) {
                selector.select((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI); // up: it sleeps, and never spins
            } else {
                selector.selectNow();
            }
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel channel = server.accept();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
        } else if (key.attachment() instanceof Connection connection && connection.read()) {
            requests.incrementAndGet();
            due.add(new Due(System.nanoTime() + latency, connection));
        }
    }

    private void answerDue() {
        for (Due next = due.peek(); next != null && next.at - System.nanoTime() <= 0; next = due.peek()) {
            due.remove().connection.answer();
        }
    }
}
