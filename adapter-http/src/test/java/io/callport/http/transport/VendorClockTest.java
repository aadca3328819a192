package io.callport.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.http.ControlledPorts;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.CapturedLog;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.numberpool.CallerNumbersQuery;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class VendorClockTest implements HttpListener {
    private final List<Duration> corrections = new ArrayList<>();

    @Override
    public void clockCorrected(Account account, Duration offset) {
        corrections.add(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P-20000D", "PT6M"})
    void aRefusalBecauseOfTheClockCorrectsIt(Duration ahead) {
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = open(sandbox, ahead)) {
            QueryFailure first = DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));
            assertThat(first.reason()).as(first.toString()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(first.sent()).isEqualTo(Sent.YES);
            assertThat(first.vendorReply().httpStatus()).isEqualTo(401);

            DocumentedExamples.groups(ports);
            DocumentedExamples.lookup(ports);
            assertThat(corrections).hasSize(1);
            assertThat(corrections.get(0).plus(ahead).abs()).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void callbotsRefusalsCorrectItToo() {
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = open(sandbox, Duration.ofDays(-3))) {
            assertThat(DocumentedExamples.failure(() -> DocumentedExamples.lookup(ports))
                            .reason())
                    .isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(DocumentedExamples.lookup(ports)).isNotNull();
        }
    }

    @Test
    void nxlinksExpiredTimestampCorrectsItAndASecondOneIsARefusal() {
        CallerNumbersQuery query = new CallerNumbersQuery(144, "NX10000001");
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = open(sandbox, Duration.ofSeconds(-90))) {
            QueryFailure first =
                    DocumentedExamples.failure(() -> DocumentedExamples.ask(ports, DocumentedExamples.NXLINK, query));
            assertThat(first.reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(first.vendorReply().code()).isEqualTo("1004");
            assertThat(corrections).hasSize(1);
            assertThat(DocumentedExamples.ask(ports, DocumentedExamples.NXLINK, query))
                    .isNotNull();

            sandbox.arm(Fault.of(FaultKind.CODE, "code", 1004));
            assertThat(DocumentedExamples.failure(() -> DocumentedExamples.ask(ports, DocumentedExamples.NXLINK, query))
                            .reason())
                    .isEqualTo(Reason.VENDOR_REFUSED);
        }
    }

    @Test
    void aSecondRefusalAtTheSameTimeIsWhatItSays() {
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = open(sandbox, Duration.ofHours(1))) {
            sandbox.arm(Fault.of(FaultKind.STATUS, "status", 401).times(2));
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));

            assertThat(DocumentedExamples.failure(() -> DocumentedExamples.groups(ports))
                            .reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
        }
    }

    /** A request that was answered had a good timestamp, whatever the header says. */
    @Test
    void anAnswerNeverCorrectsTheClock() {
        byte[] body = DocumentedExamples.example("7moor/call_query_group.json").getBytes(StandardCharsets.UTF_8);
        try (ScriptedVendor vendor =
                        ScriptedVendor.answering("200 OK", "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n", body);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())), this)) {
            DocumentedExamples.groups(ports);
            DocumentedExamples.groups(ports);

            assertThat(corrections).isEmpty();
        }
    }

    @Test
    void aServerErrorNeverCorrectsTheClock() {
        String date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
        try (ScriptedVendor vendor = ScriptedVendor.answering("502 Bad Gateway", date, new byte[0]);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())), this)) {
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));

            assertThat(corrections).isEmpty();
        }
    }

    @Test
    void aClockThatIsNearlyRightIsLeftAlone() {
        SandboxSettings slow = SandboxSettings.DEFAULT.clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-15)));
        try (VendorSandbox sandbox = VendorSandbox.start(0, slow);
                HttpPorts ports = open(sandbox, Duration.ZERO)) {
            sandbox.arm(Fault.of(FaultKind.STATUS, "status", 401));

            assertThat(DocumentedExamples.failure(() -> DocumentedExamples.groups(ports))
                            .reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
            assertThat(corrections).isEmpty();
        }
    }

    @Test
    void correctsAsOftenAsNeededButLogsOnce() {
        AtomicInteger year = new AtomicInteger(2030);
        try (CapturedLog logs = CapturedLog.captured();
                ScriptedVendor vendor = new ScriptedVendor(connection -> {
                    String head = "HTTP/1.1 401 No\r\nDate: 01 Jan " + year.incrementAndGet()
                            + " 00:00:00 GMT\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
                    connection.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
                });
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())), this)) {
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));

            assertThat(corrections).hasSize(2);
            assertThat(logs.lines())
                    .filteredOn(line -> line.contains("clock"))
                    .hasSize(1)
                    .allMatch(line -> line.contains("account=7moor:2000103 offset=PT"));
        }
    }

    private HttpPorts open(VendorSandbox sandbox, Duration ahead) {
        InstantSource wrong = Clock.offset(Clock.systemUTC(), ahead);
        List<HttpAccount> accounts = List.of(
                DocumentedExamples.moor(sandbox.url()),
                DocumentedExamples.callbot(sandbox.url()),
                DocumentedExamples.nxlink(sandbox.url()));
        return ControlledPorts.open(HttpSettings.DEFAULT, accounts, this, wrong, new SecureRandom());
    }
}
