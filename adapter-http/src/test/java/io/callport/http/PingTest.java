package io.callport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.callinfo.LookupQuery;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.ResponseSignatures;
import io.callport.numberpool.NumbersQuery;
import io.callport.query.Reason;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ping of a vendor, and the queries that the vendor supports. */
@Timeout(300)
class PingTest {
    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final HttpPorts ports = HttpPorts.open(
            DocumentedExamples.signatures(ResponseSignatures.REQUIRE),
            List.of(DocumentedExamples.moor(sandbox.url()), DocumentedExamples.callbot(sandbox.url())));

    @AfterEach
    void close() {
        ports.close();
        sandbox.close();
    }

    @Test
    void callbotIsPingedAndItsAnswerChecked() {
        assertThat(ports.ping(DocumentedExamples.CALLBOT)).isTrue();
        assertThat(sandbox.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/callcentre/api/v3/ping");
            assertThat(request.verdict()).isEqualTo("accepted");
        });

        sandbox.arm(Fault.of(FaultKind.CODE, "code", 6002));
        assertThat(DocumentedExamples.failure(() -> ports.ping(DocumentedExamples.CALLBOT))
                        .reason())
                .isEqualTo(Reason.UNAUTHORIZED);
    }

    @Test
    void anotherEchoIsNoAnswer() {
        try (ScriptedVendor vendor =
                        ScriptedVendor.answering(DocumentedExamples.example("callbot/ping.response.json"));
                HttpPorts unsigned = HttpPorts.open(
                        DocumentedExamples.signatures(ResponseSignatures.OFF),
                        List.of(DocumentedExamples.callbot(vendor.url())))) {
            assertThat(DocumentedExamples.failure(() -> unsigned.ping(DocumentedExamples.CALLBOT))
                            .reason())
                    .isEqualTo(Reason.MALFORMED_ANSWER);
            assertThat(vendor.texts().get(0)).endsWith("{\"data\":\"callport\"}");
        }
    }

    @Test
    void aVendorWithoutPingIsNotAsked() {
        assertThat(ports.ping(DocumentedExamples.MOOR)).isFalse();
        assertThat(ports.ping(Account.parse("acme:1"))).isFalse();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void whatAVendorAnswersIsKnownWithoutAskingIt() {
        assertThat(ports.answers("7moor", new NumbersQuery())).isTrue();
        assertThat(ports.answers("callbot", new NumbersQuery())).isFalse();
        assertThat(ports.answers("callbot", new LookupQuery("1", "2", 3))).isTrue();
        assertThat(ports.answers("acme", new NumbersQuery())).isFalse();
        assertThat(sandbox.requests()).isEmpty();
    }
}
