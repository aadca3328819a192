package io.callport.http.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.VendorSandbox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The headers that a listener adds to a request are sent with it, and change nothing else about it. */
@Timeout(300)
class ListenerHeadersTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String ANSWER = DocumentedExamples.example("7moor/call_query_number.json");

    @Test
    void aHeaderGoesToEveryVendorAndNoSignatureMindsIt() {
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = open(
                        headers -> headers.accept("traceparent", PARENT),
                        DocumentedExamples.moor(sandbox.url()),
                        DocumentedExamples.callbot(sandbox.url()))) {
            DocumentedExamples.numbers(ports);
            DocumentedExamples.lookup(ports);

            assertThat(sandbox.requests()).extracting(RecordedRequest::verdict).containsExactly("accepted", "accepted");
            assertThat(sandbox.requests())
                    .extracting(RecordedRequest::traceparent)
                    .containsExactly(PARENT, PARENT);
        }
    }

    @Test
    void theRequestsOwnHeadersStayAsTheyAre() {
        List<String> own = List.of("M7-Sign", "m7-appkey", "Content-Type", "content-length", "HOST", "Accept-Encoding");
        Map<String, String> plain = sent(headers -> {});
        Map<String, String> tried = sent(headers -> own.forEach(name -> headers.accept(name, "mine")));

        assertThat(plain).containsKeys("m7-sign", "m7-appkey", "content-type");
        assertThat(tried.keySet()).isEqualTo(plain.keySet());
        assertThat(tried.values()).doesNotContain("mine");
    }

    @Test
    void whatIsNoHeaderIsLeftOutAndTheRestGoes() {
        Map<String, String> sent = sent(headers -> {
            headers.accept("traceparent", PARENT + "\r\nm7-sign: forged");
            headers.accept("trace parent", PARENT);
            headers.accept("", PARENT);
            headers.accept("big", "x".repeat(4_097));
            headers.accept("tracestate", "牛=1");
            headers.accept("b3", "1");
            throw new IllegalStateException("as planned");
        });

        assertThat(sent).containsEntry("b3", "1");
        assertThat(sent.toString()).doesNotContain("forged", "trace", "big");
    }

    private static HttpPorts open(Headers headers, HttpAccount... accounts) {
        return HttpPorts.open(HttpSettings.DEFAULT, List.of(accounts), new HttpListener() {
            @Override
            public void requestSigned(BiConsumer<String, String> add) {
                headers.addTo(add);
            }
        });
    }

    private static Map<String, String> sent(Headers headers) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(ANSWER);
                HttpPorts ports = open(headers, DocumentedExamples.moor(vendor.url()))) {
            DocumentedExamples.numbers(ports);
            Map<String, String> sent = new TreeMap<>();
            vendor.texts()
                    .get(0)
                    .lines()
                    .skip(1)
                    .takeWhile(line -> !line.isEmpty())
                    .forEach(line -> {
                        String[] parts = line.split(": ", 2);
                        sent.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
                    });
            return sent;
        }
    }

    private interface Headers {
        void addTo(BiConsumer<String, String> headers);
    }
}
