package io.callport.sandbox.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The listening sockets, bound before the broker is configured. The broker gets the real ports and the bound sockets,
 * so that no other process can take a port in between.
 */
final class BoundSockets implements AutoCloseable {
    private final Map<String, ServerSocketChannel> byListener = new LinkedHashMap<>();

    private BoundSockets() {}

    /** Binds the first listener to that port, and the other listeners to any free port. */
    static BoundSockets open(int port, List<String> listeners) throws IOException {
        BoundSockets sockets = new BoundSockets();
        try {
            for (String listener : listeners) {
                sockets.byListener.put(listener, bind(sockets.byListener.isEmpty() ? port : 0));
            }
            return sockets;
        } catch (IOException e) {
            sockets.close();
            throw e;
        }
    }

    String address(String listener) {
        ServerSocketChannel socket = byListener.get(listener);
        if (socket == null) {
            throw new IllegalArgumentException("there is no listener " + listener);
        }
        return "127.0.0.1:" + socket.socket().getLocalPort();
    }

    /** The value of Kafka's {@code listeners}. */
    String list(List<String> listeners) {
        return listeners.stream()
                .map(listener -> listener + "://" + address(listener))
                .collect(Collectors.joining(","));
    }

    ServerSocketFactory factory() {
        return (listener, address, backlog, receiveBuffer) -> {
            ServerSocketChannel socket = byListener.get(listener);
            if (socket == null) {
                throw new IOException("no socket was bound for listener " + listener);
            }
            socket.configureBlocking(false);
            return socket;
        };
    }

    @Override
    public void close() throws IOException {
        for (ServerSocketChannel socket : byListener.values()) {
            socket.close();
        }
    }

    private static ServerSocketChannel bind(int port) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            return socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException e) {
            socket.close();
            throw new IOException("kafka port " + port + " on 127.0.0.1 cannot be bound: " + e.getMessage(), e);
        }
    }
}
