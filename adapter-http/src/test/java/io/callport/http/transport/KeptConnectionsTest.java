package io.callport.http.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.KeepAliveVendor;
import io.callport.http.fixture.KeepAliveVendor.AfterAnswer;
import io.callport.http.fixture.TlsVendor;
import io.callport.http.fixture.TlsVendor.Authority;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vendor does to a kept connection between two requests, with and without TLS. */
@Timeout(300)
class KeptConnectionsTest {
    private static final String GROUPS = DocumentedExamples.example("7moor/call_query_group.json");
    private static final byte[] ANSWER = KeepAliveVendor.answer("200 OK", GROUPS);
    private static final byte[] UNASKED = KeepAliveVendor.answer("408 Request Timeout", "{}");
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n6;x=y\r\n\r\n\r\n1}\r\n0\r\n";

    @TempDir
    static Path directory;

    private static Authority authority;

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = Authority.make(directory);
    }

    /** A vendor closes an idle connection: the next request takes another one, and fails no more than the first. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatWasClosedMeanwhileIsNotUsed(boolean tls) throws Exception {
        CountDownLatch closed = new CountDownLatch(5);
        AfterAnswer closes = connection -> {
            connection.close();
            closed.countDown();
        };
        try (KeepAliveVendor vendor = vendor(tls, ANSWER, closes);
                Transport transport = transport()) {
            for (int i = 0; i < 5; i++) {
                assertAnswered(send(transport, tls, vendor));
                idle();
            }
            closed.await();
            assertThat(vendor.connections()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void whatIsWrittenAfterAnAnswerIsNoAnswer(boolean tls, boolean longIdle) throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        AfterAnswer writes = connection -> {
            pause(50); // after the answer was read, or both would come as one
            connection.getOutputStream().write(UNASKED);
            written.countDown();
        };
        try (KeepAliveVendor vendor = vendor(tls, ANSWER, writes);
                Transport transport = transport()) {
            assertAnswered(send(transport, tls, vendor));
            written.await();
            pause(longIdle ? 250 : 20);

            assertAnswered(send(transport, tls, vendor));
            assertThat(vendor.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"408 Request Timeout", "200 OK", "204 No Content"})
    void whatComesInOnePacketWithAnAnswerIsNoAnswer(String status) {
        byte[] both = joined(ANSWER, KeepAliveVendor.answer(status, status.startsWith("204") ? "" : "{}"));
        try (KeepAliveVendor vendor = vendor(false, both, connection -> {});
                Transport transport = transport()) {
            for (int i = 0; i < 3; i++) {
                assertAnswered(send(transport, false, vendor));
            }
            assertThat(vendor.connections()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "Trailer: x\r\n\r\n"})
    void whatComesInOnePacketWithAnAnswerInChunksIsNoAnswer(String end) {
        byte[] answer = (CHUNKED + end).getBytes(US_ASCII);
        for (byte[] more : new byte[][] {UNASKED, answer, "x".getBytes(US_ASCII)}) {
            try (KeepAliveVendor vendor = vendor(false, joined(answer, more), connection -> {});
                    Transport transport = transport()) {
                for (int i = 0; i < 3; i++) {
                    RawResponse response = send(transport, false, vendor);
                    assertThat(response.status()).isEqualTo(200);
                    assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"a\":\r\n\r\n1}");
                }
                assertThat(vendor.connections()).isEqualTo(3);
            }
        }
    }

    /** Every way of framing an answer lets its connection be used again, if nothing comes after it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionIsKeptIfNothingComesAfterAnAnswer(boolean tls) {
        for (byte[] answer : new byte[][] {
            ANSWER,
            (CHUNKED + "\r\n").getBytes(US_ASCII),
            (CHUNKED + "Trailer: x\r\n\r\n").getBytes(US_ASCII),
            KeepAliveVendor.answer("200 OK", ""),
            KeepAliveVendor.answer("200 OK", "\n\n" + "x".repeat(20_000) + "\r\n\r\n")
        }) {
            try (KeepAliveVendor vendor = vendor(tls, answer, connection -> {});
                    Transport transport = transport()) {
                for (int i = 0; i < 3; i++) {
                    assertThat(send(transport, tls, vendor).status()).isEqualTo(200);
                }
                idle();
                assertThat(send(transport, tls, vendor).status()).isEqualTo(200);
                assertThat(vendor.connections()).isEqualTo(1);
            }
        }
    }

    /**
     * One record of TLS is read as a whole, so it is seen late: no answer is taken for another, but a request is lost.
     */
    @Test
    void whatComesInOneRecordOfTlsWithAnAnswerFailsTheNextRequest() {
        try (KeepAliveVendor vendor = vendor(true, joined(ANSWER, UNASKED), connection -> {});
                Transport transport = transport()) {
            assertAnswered(send(transport, true, vendor));

            QueryFailure failure = DocumentedExamples.failure(() -> send(transport, true, vendor));
            assertThat(failure.detail()).contains("before the request was sent");
            assertThat(failure.reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(failure.sent()).isEqualTo(Sent.MAYBE);

            assertAnswered(send(transport, true, vendor));
            assertThat(vendor.connections()).isEqualTo(2);
        }
    }

    private static KeepAliveVendor vendor(boolean tls, byte[] answer, AfterAnswer after) {
        ServerSocketFactory sockets = tls ? TlsVendor.sockets(authority, "good") : ServerSocketFactory.getDefault();
        return new KeepAliveVendor(sockets, answer, after);
    }

    private static Transport transport() {
        Duration longest = Duration.ofMinutes(10);
        return new Transport(new HttpSettings(
                longest, longest, 1 << 20, ResponseSignatures.OFF, Map.of(), null, authority.truststore()));
    }

    private static RawResponse send(Transport transport, boolean tls, KeepAliveVendor vendor) {
        URI base = tls ? vendor.secureUrl() : vendor.url();
        return transport.send(new OutgoingRequest(
                "POST", base + "/x", OutgoingRequest.usualHeaders().build(), "{}".getBytes(US_ASCII)));
    }

    private static void assertAnswered(RawResponse response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(new String(response.body(), UTF_8)).isEqualTo(GROUPS);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Waits until a connection counts as idle. */
    private static void idle() {
        pause(250);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
