package io.callport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vendor that speaks in bytes: reads one request per connection, says what it was told to, and ends the connection. */
final class ScriptedVendor implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    /** What a vendor does with a connection after it read the request. */
    interface Behaviour {
        void answer(Socket connection) throws Exception;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();

    ScriptedVendor(Behaviour behaviour) {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.behaviour = behaviour;
        Thread thread = new Thread(this::serve, "raw-vendor");
        thread.setDaemon(true);
        thread.start();
    }

    /** Says these bytes, each character one byte, to every request. */
    static ScriptedVendor saying(String bytes) {
        return new ScriptedVendor(connection -> connection.getOutputStream().write(bytes.getBytes(ISO_8859_1)));
    }

    /** Answers HTTP 200 with this body to every request. */
    static ScriptedVendor answering(String json) {
        return answering(json.getBytes(UTF_8));
    }

    static ScriptedVendor answering(byte[] body) {
        return answering("200 OK", "", body);
    }

    /** Answers with this status line and these header lines, each ending in CR LF. */
    static ScriptedVendor answering(String status, String headers, byte[] body) {
        return new ScriptedVendor(connection -> {
            String head = "HTTP/1.1 " + status + "\r\n" + headers + "Connection: close\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(ISO_8859_1));
            connection.getOutputStream().write(body);
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The requests, byte by byte. */
    List<byte[]> requests() {
        return requests;
    }

    /** The requests as text. */
    List<String> texts() {
        return requests.stream().map(bytes -> new String(bytes, UTF_8)).toList();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread thread = new Thread(() -> serve(connection), "raw-vendor-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            requests.add(read(connection.getInputStream()));
            behaviour.answer(connection);
        } catch (Exception e) {
            // the client went away, as some tests want it to
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        while (!request.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            request.write(next);
        }
        Matcher length = LENGTH.matcher(request.toString(ISO_8859_1));
        request.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        return request.toByteArray();
    }
}
