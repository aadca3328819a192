package io.callport.system.crash.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Ports that stay free while no process listens. These ports lie below the range that the system gives to outgoing
 * connections: a client that tries to reach a broker which is down could otherwise get the broker's own port, and would
 * keep it.
 */
public final class FreePorts {
    private static final int FIRST = 15_000;
    private static final int COUNT = 15_000;
    private static final int TRIES = 100;

    private FreePorts() {}

    /** Finds a free port of 127.0.0.1. */
    public static int free() {
        Random random = new Random();
        return IntStream.generate(() -> FIRST + random.nextInt(COUNT))
                .limit(TRIES)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port from " + FIRST + " on"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
