package io.callport.http.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.LookupQuery;
import io.callport.http.ControlledPorts;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.query.Reason;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.moor.MoorLimit;
import io.callport.signing.Algorithm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(300)
class RequestSignerTest {
    private static final InstantSource FIXED = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));
    private static final Pattern NONCE = Pattern.compile("(?i)m7-nonce: (\\d{6})\r\n");

    @ParameterizedTest
    @EnumSource
    void theVendorAcceptsSignaturesOfNonAsciiBodies(Algorithm algorithm) {
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = HttpPorts.open(
                        DocumentedExamples.signatures(ResponseSignatures.REQUIRE),
                        List.of(DocumentedExamples.callbot(sandbox.url(), algorithm)))) {
            DocumentedExamples.lookup(ports, new LookupQuery("牛小信 \"é\" 😀", "a/b&body=\\u0041\n", -1));

            assertThat(sandbox.requests()).extracting("verdict").containsExactly("accepted");
        }
    }

    @Test
    void theBodyIsCompactUtf8InTheDocumentedOrder() {
        try (ScriptedVendor vendor = ScriptedVendor.answering("{\"retCode\":0}");
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.callbot(vendor.url())))) {
            DocumentedExamples.lookup(ports, new LookupQuery("牛小信", "x", 1));

            assertThat(vendor.texts().get(0))
                    .startsWith("POST /callcentre/v2/callinfo HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n{\"customerId\":\"牛小信\",\"appKey\":\"x\",\"status\":1}");
        }
    }

    /** The vector of the vendor's sample: nxcloud wiki, Callbot API authorization, with fixed time and request id. */
    @Test
    void signsExactlyTheBytesThatItSends() {
        try (ScriptedVendor vendor = ScriptedVendor.answering("{\"retCode\":0}");
                HttpPorts ports = ControlledPorts.open(
                        HttpSettings.DEFAULT,
                        List.of(DocumentedExamples.callbot(vendor.url())),
                        HttpListener.NONE,
                        FIXED,
                        new Counting())) {
            DocumentedExamples.lookup(ports);

            assertThat(vendor.texts().get(0))
                    .containsIgnoringCase("requestID: 00000000000000000000000000000001\r\n")
                    .containsIgnoringCase("createTs: 1700000000\r\n")
                    .containsIgnoringCase("sign: 4FBCFFD13FAF0BFD7D09ABFC9E8B6D12\r\n");
        }
    }

    /** Returns 0, 1, 2 and so on. */
    private static final class Counting implements java.util.random.RandomGenerator {
        private long next;

        @Override
        public long nextLong() {
            return next++;
        }
    }

    @Test
    void eachRequestHasItsOwnSignature() {
        try (ScriptedVendor vendor = ScriptedVendor.answering("{\"retCode\":0}");
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.callbot(vendor.url())))) {
            DocumentedExamples.lookup(ports);
            DocumentedExamples.lookup(ports);

            assertThat(vendor.texts()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void aNonceNeverRepeatsWithinASecondHoweverManyThreadsAsk() {
        try (ScriptedVendor vendor =
                        ScriptedVendor.answering(DocumentedExamples.example("7moor/call_query_group.json"));
                HttpPorts ports = ControlledPorts.open(
                        HttpSettings.DEFAULT,
                        List.of(DocumentedExamples.moor(vendor.url())),
                        HttpListener.NONE,
                        FIXED,
                        new FewNumbers())) {
            IntStream.range(0, 100).parallel().forEach(i -> DocumentedExamples.groups(ports));

            Set<String> nonces = new HashSet<>();
            assertThat(vendor.texts()).hasSize(100).allSatisfy(request -> {
                Matcher nonce = NONCE.matcher(request);
                assertThat(nonce.find()).isTrue();
                assertThat(nonces.add(nonce.group(1))).isTrue();
            });
        }
    }

    /** Repeats its few numbers, so that nonces made of them repeat, too. */
    private static final class FewNumbers extends Random {
        private static final long serialVersionUID = 1L;

        @Override
        public int nextInt(int bound) {
            return super.nextInt(128);
        }
    }

    @Test
    void the7moorStandInAcceptsManyRequestsWithinASecond() {
        SandboxSettings settings = SandboxSettings.DEFAULT.moorLimit(MoorLimit.of(1_000, Duration.ofMinutes(1)));
        try (VendorSandbox sandbox = VendorSandbox.start(0, settings);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(sandbox.url())))) {
            IntStream.range(0, 200).parallel().forEach(i -> DocumentedExamples.groups(ports));

            assertThat(sandbox.requests()).hasSize(200).extracting("verdict").containsOnly("accepted");
        }
    }

    @Test
    void overTheVendorsLimitItIsUnavailable() {
        SandboxSettings settings =
                SandboxSettings.DEFAULT.moorLimit(new MoorLimit(1, Duration.ofMinutes(1), 429, "41"));
        try (VendorSandbox sandbox = VendorSandbox.start(0, settings);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(sandbox.url())))) {
            DocumentedExamples.groups(ports);
            var failure = DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));

            assertThat(failure.reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(41));
            assertThat(failure.vendorReply().httpStatus()).isEqualTo(429);
        }
    }

    @Test
    void aTextThatIsNotUnicodeIsSentAsItIsInJsonsEscapes() {
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.callbot(sandbox.url())))) {
            DocumentedExamples.lookup(ports, new LookupQuery("\ud800", "x", 1));

            assertThat(sandbox.requests()).extracting("verdict").containsExactly("accepted");
            assertThat(sandbox.requests().get(0).body()).contains("\\uD800");
        }
    }
}
