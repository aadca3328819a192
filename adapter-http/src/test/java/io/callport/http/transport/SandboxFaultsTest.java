package io.callport.http.transport;

import static io.callport.query.QueryFailure.Sent.MAYBE;
import static io.callport.query.QueryFailure.Sent.YES;
import static io.callport.query.Reason.MALFORMED_ANSWER;
import static io.callport.query.Reason.UNAUTHORIZED;
import static io.callport.query.Reason.VENDOR_REFUSED;
import static io.callport.query.Reason.VENDOR_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.settings.HttpSettings;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the sandbox becomes the right reason, says whether the request was sent, and ends in time. */
@Timeout(300)
class SandboxFaultsTest {
    private final VendorSandbox sandbox = VendorSandbox.start(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.of(FaultKind.RESET), VENDOR_UNAVAILABLE, MAYBE),
                Arguments.of(Fault.of(FaultKind.RESET_IN_BODY), VENDOR_UNAVAILABLE, MAYBE),
                Arguments.of(Fault.of(FaultKind.CLOSE), VENDOR_UNAVAILABLE, MAYBE),
                Arguments.of(Fault.of(FaultKind.GARBAGE), MALFORMED_ANSWER, YES),
                Arguments.of(Fault.of(FaultKind.NOT_HTTP), MALFORMED_ANSWER, MAYBE),
                Arguments.of(Fault.of(FaultKind.TRUNCATED), MALFORMED_ANSWER, MAYBE),
                Arguments.of(Fault.of(FaultKind.ENDLESS), MALFORMED_ANSWER, MAYBE),
                Arguments.of(Fault.of(FaultKind.HUGE, "bytes", 2 << 20), MALFORMED_ANSWER, MAYBE),
                Arguments.of(Fault.of(FaultKind.REDIRECT), VENDOR_REFUSED, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 400), VENDOR_REFUSED, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 401), UNAUTHORIZED, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 403), UNAUTHORIZED, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 404), VENDOR_REFUSED, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 408), VENDOR_UNAVAILABLE, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 429), VENDOR_UNAVAILABLE, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 500), VENDOR_UNAVAILABLE, MAYBE),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 502), VENDOR_UNAVAILABLE, MAYBE),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 200), MALFORMED_ANSWER, YES),
                Arguments.of(Fault.of(FaultKind.STATUS, Map.of("status", 204, "body", "x")), MALFORMED_ANSWER, YES));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOf7moor(Fault fault, Reason reason, Sent sent) {
        sandbox.arm(fault);
        assertFailure(failureOf7moor(Duration.ofSeconds(10)), reason, sent);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfCallbot(Fault fault, Reason reason, Sent sent) {
        sandbox.arm(fault);
        assertFailure(failureOfCallbot(), reason, sent);
    }

    @ParameterizedTest
    @MethodSource
    void aVendorThatTakesTooLong(Fault fault) {
        sandbox.arm(fault);
        QueryFailure failure = failureOf7moor(Duration.ofMillis(300));

        assertFailure(failure, VENDOR_UNAVAILABLE, MAYBE);
        assertThat(failure.detail()).contains("PT0.3S");
    }

    static Stream<Fault> aVendorThatTakesTooLong() {
        return Stream.of(
                Fault.of(FaultKind.LATENCY, "millis", 60_000),
                Fault.of(FaultKind.STALL_HEADERS),
                Fault.of(FaultKind.STALL_BODY),
                Fault.of(FaultKind.ENDLESS, "pauseMillis", 50));
    }

    static Stream<Arguments> callbotCodes() {
        return Stream.of(
                Arguments.of(1, VENDOR_REFUSED),
                Arguments.of(2, VENDOR_REFUSED),
                Arguments.of(4001, VENDOR_REFUSED),
                Arguments.of(5, VENDOR_UNAVAILABLE),
                Arguments.of(5001, VENDOR_UNAVAILABLE),
                Arguments.of(7, VENDOR_UNAVAILABLE),
                Arguments.of(1001, VENDOR_UNAVAILABLE),
                Arguments.of(6, UNAUTHORIZED),
                Arguments.of(6001, UNAUTHORIZED),
                Arguments.of(6003, UNAUTHORIZED),
                Arguments.of(31337, VENDOR_REFUSED));
    }

    @ParameterizedTest
    @MethodSource("callbotCodes")
    void aCodeOfCallbot(int code, Reason reason) {
        sandbox.arm(Fault.of(FaultKind.CODE, Map.of("code", code, "message", "因为所以")));
        QueryFailure failure = failureOfCallbot();

        assertFailure(failure, reason, YES);
        assertThat(failure.vendorReply().code()).isEqualTo(Integer.toString(code));
        assertThat(failure.vendorReply().message()).isEqualTo("因为所以");
        assertThat(failure.vendorReply().requestId()).isNotBlank();
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 401), Scope.ACCOUNT),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 403), Scope.QUERY),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 404), Scope.QUERY),
                Arguments.of(Fault.of(FaultKind.STATUS, "status", 429), Scope.ACCOUNT),
                Arguments.of(Fault.of(FaultKind.STATUS, Map.of("status", 503, "retryAfter", "60")), Scope.QUERY),
                Arguments.of(Fault.of(FaultKind.CODE, "code", 6), Scope.ACCOUNT),
                Arguments.of(Fault.of(FaultKind.CODE, "code", 6001), Scope.ACCOUNT),
                Arguments.of(Fault.of(FaultKind.CODE, "code", 6002), Scope.ACCOUNT),
                Arguments.of(Fault.of(FaultKind.CODE, "code", 6003), Scope.QUERY),
                Arguments.of(Fault.of(FaultKind.CODE, "code", 6009), Scope.QUERY),
                Arguments.of(Fault.of(FaultKind.CODE, "code", 7), Scope.QUERY),
                Arguments.of(Fault.of(FaultKind.CODE, "code", 4), Scope.QUERY));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void onlyWhatConcernsTheAccountSaysSo(Fault fault, Scope scope) {
        sandbox.arm(fault);
        assertThat(failureOfCallbot().scope()).isEqualTo(scope);
    }

    /** A wait that cannot be read is a wait all the same. */
    @ParameterizedTest
    @CsvSource({
        "429, soon",
        "429, -1",
        "429, 'Sun, 99 Nov 1994 08:49:37 GMT'",
        "503, soon",
        "503, later today",
        "503, '1,5'"
    })
    void aWaitThatCannotBeReadMeansTooOften(int status, String retryAfter) {
        sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", status, "retryAfter", retryAfter)));
        QueryFailure failure = failureOf7moor(Duration.ofSeconds(10));

        assertThat(failure.reason()).isEqualTo(VENDOR_UNAVAILABLE);
        assertThat(failure.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"429, 1.5, ACCOUNT", "503, 1.5, QUERY", "500, 1.5, QUERY"})
    void aWaitInDecimalsIsKept(int status, String retryAfter, Scope scope) {
        sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", status, "retryAfter", retryAfter)));
        QueryFailure failure = failureOf7moor(Duration.ofSeconds(10));

        assertThat(failure.scope()).isEqualTo(scope);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void aCodeOf7moorIsARefusalSinceItDocumentsNone() {
        sandbox.arm(Fault.of(FaultKind.CODE, Map.of("code", "403", "message", "no")));
        QueryFailure failure = failureOf7moor(Duration.ofSeconds(10));

        assertFailure(failure, VENDOR_REFUSED, YES);
        assertThat(failure.vendorReply().code()).isEqualTo("403");
        assertThat(failure.vendorReply().message()).isEqualTo("no");
    }

    @Test
    void aRedirectIsNotFollowed() {
        sandbox.arm(Fault.of(FaultKind.REDIRECT));
        failureOf7moor(Duration.ofSeconds(10));

        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void aFailedRequestIsNotSentTwice() {
        sandbox.arm(Fault.of(FaultKind.CLOSE));
        failureOf7moor(Duration.ofSeconds(10));

        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void anAnswerWithoutDataIsNone() {
        sandbox.arm(Fault.of(FaultKind.MISSING_DATA));
        QueryFailure failure = failureOf7moor(Duration.ofSeconds(10));

        assertFailure(failure, MALFORMED_ANSWER, YES);
        assertThat(failure.detail()).contains("data");
        assertThat(failure.vendorReply().requestId()).isNotBlank();
    }

    @Test
    void anAnswerWithoutTheEnvelopeIsNone() {
        sandbox.arm(Fault.of(FaultKind.ENVELOPE, "variant", "bare"));
        assertFailure(failureOf7moor(Duration.ofSeconds(10)), MALFORMED_ANSWER, YES);
    }

    @Test
    void saysHowLongTheVendorAsksToWait() {
        sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", 429, "retryAfter", 17)));
        assertThat(failureOf7moor(Duration.ofSeconds(10)).retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void readsLooseTypesAsTheDocumentedOnes() {
        try (HttpPorts ports = HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(sandbox.url())))) {
            var exact = DocumentedExamples.numbers(ports);
            for (int turn = 0; turn < 3; turn++) {
                sandbox.arm(Fault.of(FaultKind.LOOSE_TYPES));
                var loose = DocumentedExamples.numbers(ports);
                assertThat(loose.displayNumbers().get(0))
                        .usingRecursiveComparison()
                        .ignoringFields("vendorFields")
                        .isEqualTo(exact.displayNumbers().get(0));
                assertThat(loose.sipNumbers().get(0))
                        .usingRecursiveComparison()
                        .ignoringFields("vendorFields")
                        .isEqualTo(exact.sipNumbers().get(0));
            }
        }
    }

    private QueryFailure failureOf7moor(Duration timeout) {
        try (HttpPorts ports =
                HttpPorts.open(DocumentedExamples.timeout(timeout), List.of(DocumentedExamples.moor(sandbox.url())))) {
            return DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports));
        }
    }

    private QueryFailure failureOfCallbot() {
        HttpSettings settings = DocumentedExamples.timeout(Duration.ofSeconds(10));
        try (HttpPorts ports = HttpPorts.open(settings, List.of(DocumentedExamples.callbot(sandbox.url())))) {
            return DocumentedExamples.failure(() -> DocumentedExamples.lookup(ports));
        }
    }

    private static void assertFailure(QueryFailure failure, Reason reason, Sent sent) {
        assertThat(failure.reason()).as(failure.toString()).isEqualTo(reason);
        assertThat(failure.sent()).as(failure.toString()).isEqualTo(sent);
    }
}
