package io.callport.sandbox.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two listening sockets, bound before the broker is configured: it is told their real ports and handed these very
 * sockets, so that no other process can take a port in between.
 */
final class BoundSockets implements AutoCloseable {
    static final String BROKER = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";

    private final ServerSocketChannel broker;
    private final ServerSocketChannel controller;

    private BoundSockets(ServerSocketChannel broker, ServerSocketChannel controller) {
        this.broker = broker;
        this.controller = controller;
    }

    static BoundSockets open(int port) throws IOException {
        ServerSocketChannel broker = bind(port);
        try {
            return new BoundSockets(broker, bind(0));
        } catch (IOException e) {
            broker.close();
            throw e;
        }
    }

    String brokerAddress() {
        return address(broker);
    }

    String controllerAddress() {
        return address(controller);
    }

    ServerSocketFactory factory() {
        return (listener, address, backlog, receiveBuffer) -> {
            ServerSocketChannel socket = listener.equals(CONTROLLER) ? controller : broker;
            socket.configureBlocking(false);
            return socket;
        };
    }

    @Override
    public void close() throws IOException {
        try {
            broker.close();
        } finally {
            controller.close();
        }
    }

    private static String address(ServerSocketChannel socket) {
        return "127.0.0.1:" + socket.socket().getLocalPort();
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
