package io.callport.http.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.CapturedLog;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.ResponseSignatures;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class SignatureCheckTest implements HttpListener {
    private static final Pattern REQUEST_ID = Pattern.compile("(?i)requestID: (\\w+)\r\n");

    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final List<Account> wrong = new ArrayList<>();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    public void responseSignatureWrong(Account account) {
        wrong.add(account);
    }

    @Test
    void aWrongSignatureIsReportedEachTimeAndLoggedOnce() {
        sandbox.arm(Fault.of(FaultKind.WRONG_SIGNATURE).times(2));
        try (CapturedLog logs = CapturedLog.captured();
                HttpPorts ports = open(ResponseSignatures.WARN)) {
            DocumentedExamples.lookup(ports);
            DocumentedExamples.lookup(ports);
            DocumentedExamples.lookup(ports);

            assertThat(wrong).containsExactly(DocumentedExamples.CALLBOT, DocumentedExamples.CALLBOT);
            assertThat(logs.lines())
                    .hasSize(1)
                    .allMatch(line -> line.contains("account=" + DocumentedExamples.CALLBOT));
        }
    }

    @Test
    void aWrongSignatureIsNoAnswerWhereOneIsRequired() {
        sandbox.arm(Fault.of(FaultKind.WRONG_SIGNATURE));
        try (HttpPorts ports = open(ResponseSignatures.REQUIRE)) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.lookup(ports));

            assertThat(failure.reason()).isEqualTo(Reason.MALFORMED_ANSWER);
            assertThat(failure.sent()).isEqualTo(Sent.YES);
            assertThat(failure.detail()).contains("signature");
            assertThat(wrong).hasSize(1);
        }
    }

    @Test
    void nobodyLooksWhereTheyAreOff() {
        sandbox.arm(Fault.of(FaultKind.WRONG_SIGNATURE));
        try (HttpPorts ports = open(ResponseSignatures.OFF)) {
            DocumentedExamples.lookup(ports);

            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void aMissingSignatureIsAWrongOne() {
        try (ScriptedVendor vendor = ScriptedVendor.answering("{\"retCode\":0}");
                HttpPorts ports = open(ResponseSignatures.WARN, vendor)) {
            DocumentedExamples.lookup(ports);

            assertThat(wrong).hasSize(1);
        }
    }

    @Test
    void anAnswerThatNamesNoAlgorithmHasTheRequests() {
        try (ScriptedVendor vendor = signing("", null);
                HttpPorts ports = open(ResponseSignatures.REQUIRE, vendor)) {
            assertThat(DocumentedExamples.lookup(ports)).isNotNull();
        }
    }

    @Test
    void anotherRequestsAnswerIsAWrongOneHoweverWellSigned() {
        try (ScriptedVendor vendor = signing("", "00000000000000000000000000000001");
                HttpPorts ports = open(ResponseSignatures.REQUIRE, vendor)) {
            assertThat(DocumentedExamples.failure(() -> DocumentedExamples.lookup(ports))
                            .reason())
                    .isEqualTo(Reason.MALFORMED_ANSWER);
        }
    }

    @Test
    void anAlgorithmThatNobodyKnowsIsAWrongSignature() {
        try (ScriptedVendor vendor = signing("algorithm: ROT13\r\n", null);
                HttpPorts ports = open(ResponseSignatures.REQUIRE, vendor)) {
            assertThat(DocumentedExamples.failure(() -> DocumentedExamples.lookup(ports))
                            .reason())
                    .isEqualTo(Reason.MALFORMED_ANSWER);
        }
    }

    /** Signs its answers with SHA-256, for the request's id or for another one. */
    private static ScriptedVendor signing(String moreHeaders, String otherRequestId) {
        AtomicReference<ScriptedVendor> self = new AtomicReference<>();
        self.set(new ScriptedVendor(connection -> {
            List<String> requests = self.get().texts();
            Matcher request = REQUEST_ID.matcher(requests.get(requests.size() - 1));
            String id = otherRequestId == null && request.find() ? request.group(1) : otherRequestId;
            byte[] body = "{\"retCode\":0}".getBytes(StandardCharsets.UTF_8);
            CallbotMessage message =
                    new CallbotMessage(DocumentedExamples.CALLBOT.key(), "1700000000", id, Algorithm.SHA256, body);
            String sign = CallbotSignature.sign(message, SigningSecret.of(DocumentedExamples.CALLBOT_SECRET))
                    .sign();
            String head = "HTTP/1.1 200 OK\r\n" + moreHeaders + "requestID: " + id
                    + "\r\ncreateTs: 1700000000\r\nsign: " + sign + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().write(body);
        }));
        return self.get();
    }

    private HttpPorts open(ResponseSignatures signatures) {
        return HttpPorts.open(
                DocumentedExamples.signatures(signatures), List.of(DocumentedExamples.callbot(sandbox.url())), this);
    }

    private HttpPorts open(ResponseSignatures signatures, ScriptedVendor vendor) {
        return HttpPorts.open(
                DocumentedExamples.signatures(signatures),
                List.of(DocumentedExamples.callbot(vendor.url(), Algorithm.SHA256)),
                this);
    }
}
