package io.callport.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The number of requests that the stand-in itself can answer, with a client that costs almost nothing, since it only
 * writes and reads bytes.
 */
public final class Capacity {
    private static final int CONNECTIONS = 64;
    private static final byte[] REQUEST =
            ("POST /callcentre/v2/callinfo HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2"
                            + "\r\nrequestID: 0f8fad5b-d9cb-469f-a165-70867728950e\r\nuuid: capacity\r\n\r\n{}")
                    .getBytes(ISO_8859_1);

    private Capacity() {}

    /** The requests a second over 64 connections, measured for about that many requests. */
    public static double perSecond(CallbotStandIn vendor, int requests) {
        URI url = vendor.url();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                sockets.add(new Socket(url.getHost(), url.getPort()));
            }
            byte[] answer = new byte[4_096];
            long began = System.nanoTime();
            int done = 0;
            for (; done < requests; done += CONNECTIONS) {
                for (Socket socket : sockets) {
                    socket.getOutputStream().write(REQUEST);
                }
                for (Socket socket : sockets) {
                    if (socket.getInputStream().read(answer) < 0) {
                        throw new IllegalStateException("the stand-in closed a connection");
                    }
                }
            }
            return done * 1e9 / (System.nanoTime() - began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Capacity::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
