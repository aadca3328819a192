package io.callport.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.http.ControlledPorts;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.CapturedLog;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.numberpool.CallerNumbersQuery;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.signing.Algorithm;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class VendorClockTest implements HttpListener {
    private static final Account OTHER = Account.parse("7moor:2000104");
    private static final Pattern TIMESTAMP = Pattern.compile("(?i)m7-timestamp: (\\d{10})\r\n");

    private final List<Duration> corrections = new ArrayList<>();
    private final List<Account> withdrawals = new ArrayList<>();

    @Override
    public void clockCorrected(Account account, Duration offset) {
        corrections.add(offset);
    }

    @Override
    public void clockCorrectionWithdrawn(Account account) {
        withdrawals.add(account);
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
            DocumentedExamples.groups(ports);
            assertThat(corrections).hasSize(1);
            assertThat(corrections.get(0).plus(ahead).abs()).isLessThan(Duration.ofSeconds(10));
            assertThat(withdrawals).isEmpty();
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
    void correctsAndWithdrawsAsOftenAsNeededButLogsOnce() {
        AtomicInteger year = new AtomicInteger(2030);
        try (CapturedLog logs = CapturedLog.captured();
                ScriptedVendor vendor = new ScriptedVendor(connection -> answer(
                        connection, "401 No", "01 Jan " + year.incrementAndGet() + " 00:00:00 GMT", new byte[0]));
                HttpPorts ports = open(vendor)) {
            for (int i = 0; i < 4; i++) {
                DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));
            }
            assertThat(corrections).hasSize(2);
            assertThat(withdrawals).hasSize(2);
            assertThat(logs.lines())
                    .filteredOn(line -> line.contains("clock"))
                    .hasSize(1)
                    .allMatch(line -> line.contains("account=7moor:2000103 offset=PT"));
            assertThat(logs.lines())
                    .filteredOn(line -> line.contains("withdrawn"))
                    .hasSize(1);
        }
    }

    /**
     * A gateway whose {@code Date} is off. It answers what it is asked with the right time and refuses everything else.
     */
    private static ScriptedVendor gateway(Duration off, String... firstAnswers) {
        ArrayDeque<String> first = new ArrayDeque<>(List.of(firstAnswers));
        byte[] answer =
                DocumentedExamples.example("7moor/call_query_group.json").getBytes(StandardCharsets.UTF_8);
        AtomicReference<ScriptedVendor> itself = new AtomicReference<>();
        ScriptedVendor vendor = new ScriptedVendor(connection -> {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().plus(off).atOffset(ZoneOffset.UTC));
            String said = first.poll();
            List<String> requests = itself.get().texts();
            Matcher sent = TIMESTAMP.matcher(requests.get(requests.size() - 1));
            boolean right = sent.find()
                    && Math.abs(Long.parseLong(sent.group(1)) - Instant.now().getEpochSecond()) <= 300;
            if (said != null) {
                int end = said.indexOf('\n');
                answer(
                        connection,
                        said.substring(0, end),
                        date,
                        said.substring(end + 1).getBytes(StandardCharsets.UTF_8));
            } else if (right) {
                answer(connection, "200 OK", date, answer);
            } else {
                answer(connection, "401 Unauthorized", date, new byte[0]);
            }
        });
        itself.set(vendor);
        return vendor;
    }

    private static void answer(Socket connection, String status, String date, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nDate: " + date + "\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        connection.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().write(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK\n{\"success\":false,\"code\":\"400\",\"message\":\"no such agent\"}",
                "200 OK\n{\"success\":false,\"code\":\"400\",\"message\":\"startTime is in the future\"}",
                "200 OK\n{\"success\":false,\"message\":\"过期的号码\"}",
                "400 Bad Request\n",
                "403 Forbidden\n",
                "404 Not Found\n{\"success\":false,\"code\":\"404\"}",
                "429 Too Many Requests\n",
                "302 Found\n",
                "200 OK\n<html>"
            })
    void aRefusalThatIsAboutSomethingElseCorrectsNothing(String refusal) {
        try (ScriptedVendor vendor = gateway(Duration.ofHours(1), refusal);
                HttpPorts ports = open(vendor)) {
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));

            assertThat(DocumentedExamples.groups(ports)).isNotNull();
            assertThat(corrections).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "400 Bad Request", "403 Forbidden"})
    void aRefusalThatNamesTheTimestampCorrectsIt(String status) {
        String refusal = status + "\n{\"success\":false,\"code\":\"40\",\"message\":\"invalid timestamp\"}";
        InstantSource late = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        try (ScriptedVendor vendor = gateway(Duration.ZERO, refusal);
                HttpPorts ports = ControlledPorts.open(
                        HttpSettings.DEFAULT,
                        List.of(DocumentedExamples.moor(vendor.url())),
                        this,
                        late,
                        new SecureRandom())) {
            assertThat(reasonOf(ports)).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(DocumentedExamples.groups(ports)).isNotNull();
        }
    }

    @Test
    void aCorrectionThatIsRefusedIsWithdrawnWithoutARestart() {
        try (ScriptedVendor vendor = gateway(Duration.ofHours(1), "401 Unauthorized\n");
                HttpPorts ports = open(vendor)) {
            assertThat(reasonOf(ports)).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(reasonOf(ports)).isEqualTo(Reason.UNAUTHORIZED);

            assertThat(DocumentedExamples.groups(ports)).isNotNull();
            assertThat(withdrawals).containsExactly(DocumentedExamples.MOOR);
        }
    }

    /** An answer proves that the header is wrong, so a refusal with the same header says nothing of the clock. */
    @Test
    void aHeaderThatAnAnswerContradictsCorrectsNothing() {
        String answer = "200 OK\n" + DocumentedExamples.example("7moor/call_query_group.json");
        try (ScriptedVendor vendor = gateway(Duration.ofHours(1), answer, "401 Unauthorized\n");
                HttpPorts ports = open(vendor)) {
            DocumentedExamples.groups(ports);
            assertThat(reasonOf(ports)).isEqualTo(Reason.UNAUTHORIZED);

            assertThat(DocumentedExamples.groups(ports)).isNotNull();
            assertThat(corrections).isEmpty();
        }
    }

    @Test
    void eachAccountProvesForItself() {
        try (ScriptedVendor vendor = gateway(Duration.ofHours(1), "401 Unauthorized\n");
                HttpPorts ports = HttpPorts.open(
                        HttpSettings.DEFAULT,
                        List.of(
                                DocumentedExamples.moor(vendor.url()),
                                HttpAccount.of(
                                        OTHER, Secret.of(DocumentedExamples.MOOR_SECRET), vendor.url(), Algorithm.MD5)),
                        this)) {
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));
            assertThat(corrections).hasSize(1);

            assertThat(DocumentedExamples.ask(ports, OTHER, new NumberGroupsQuery()))
                    .isNotNull();
        }
    }

    private static Reason reasonOf(HttpPorts ports) {
        return DocumentedExamples.failure(() -> DocumentedExamples.groups(ports))
                .reason();
    }

    private HttpPorts open(ScriptedVendor vendor) {
        return HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())), this);
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
