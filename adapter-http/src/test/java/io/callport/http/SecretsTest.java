package io.callport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.fixture.CapturedLog;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpSettings;
import io.callport.numberpool.NumberPool;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class SecretsTest {
    private static final Pattern SIGN = Pattern.compile("(?i)m7-sign: (\\S+)\r\n");

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 500, 503})
    void whatTheVendorSendsIsNeverShown(int status) {
        try (CapturedLog logs = CapturedLog.captured();
                VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = HttpPorts.open(
                        HttpSettings.DEFAULT,
                        List.of(DocumentedExamples.moor(sandbox.url()), DocumentedExamples.callbot(sandbox.url())))) {
            sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", status, "body", "password=hunter2"))
                    .times(2));

            for (QueryFailedException e : List.of(
                    DocumentedExamples.failed(() -> DocumentedExamples.numbers(ports)),
                    DocumentedExamples.failed(() -> DocumentedExamples.lookup(ports)))) {
                assertThat(e).hasNoCause();
                assertThat(e.getSuppressed()).isEmpty();
                assertThat(shown(e))
                        .doesNotContain("hunter2", DocumentedExamples.MOOR_SECRET, DocumentedExamples.CALLBOT_SECRET);
            }
            assertThat(logs.everything())
                    .doesNotContain("hunter2", DocumentedExamples.MOOR_SECRET, DocumentedExamples.CALLBOT_SECRET);
        }
    }

    @Test
    void aVendorsMessageIsShownWithoutTheSecretAndTheSignature() {
        AtomicReference<String> sign = new AtomicReference<>();
        try (ScriptedVendor vendor = echoing(sign);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports));

            assertThat(failure.vendorReply().message()).isEqualTo("bad *** for *** here");
            assertThat(failure.vendorReply().code()).isEqualTo("c-***");
            assertThat(failure.vendorReply().requestId()).isEqualTo("r-***");
            assertThat(failure.toString()).doesNotContain(sign.get(), DocumentedExamples.MOOR_SECRET);
        }
    }

    /** Repeats the request's signature and the account's secret wherever it can. */
    private static ScriptedVendor echoing(AtomicReference<String> sign) {
        AtomicReference<ScriptedVendor> self = new AtomicReference<>();
        self.set(new ScriptedVendor(connection -> {
            Matcher header = SIGN.matcher(self.get().texts().get(0));
            sign.set(header.find() ? header.group(1) : "none");
            String body = """
                    {"success":false,"code":"c-%2$s","message":"bad %1$s for\\n%2$s here","requestInfo":{"requestId":"r-%2$s"}}""".formatted(sign.get(), DocumentedExamples.MOOR_SECRET);
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
            connection.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        }));
        return self.get();
    }

    @Test
    void aLongMessageIsShortened() {
        String body = "{\"success\":false,\"code\":\"" + "c".repeat(5_000) + "\",\"message\":\"" + "m".repeat(5_000)
                + "\",\"requestInfo\":{\"requestId\":\"" + "r".repeat(5_000) + "\"}}";
        try (ScriptedVendor vendor = ScriptedVendor.answering(body);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports));

            assertThat(failure.toString()).hasSizeLessThan(1_000);
            assertThat(failure.vendorReply().message()).hasSize(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hunter2\"", "{\"clear\":\"hunter2\"}", "[\"hunter2\"]", "true"})
    void aSipPasswordIsASecretOrNothing(String password) {
        String body = "{\"success\":true,\"code\":\"200\",\"data\":{\"sipNumberList\":[{\"number\":\"1\",\"password\":"
                + password + ",\"SIP_Password\":\"hunter2\",\"more\":[{\"accessToken\":\"hunter2\",\"kept\":1}]}]}}";
        try (ScriptedVendor vendor = ScriptedVendor.answering(body);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            NumberPool pool = DocumentedExamples.numbers(ports);

            assertThat(pool.toString()).doesNotContain("hunter2");
            assertThat(pool.sipNumbers().get(0).vendorFields().fields())
                    .isEqualTo(Map.of("more", List.of(Map.of("kept", 1))));
        }
    }

    @Test
    void whatIsNamedLikeASecretIsInNoVendorFieldAndNoTextSaysASecret() {
        String body = """
                {"success":true,"code":"200","data":{"sipNumberList":[{"number":"1001","pass":"hunter2","sipPass":"hunter2",
                "authorization":"Basic hunter2","apiKey":"hunter2","access_key":"hunter2","密码":"hunter2","授权码":"hunter2",
                "hasPassword":true,"tokenCount":7,"passengers":4,"authorName":"Ann",
                "remark":"the password is hunter2","login":"https://u:hunter2@pbx.example/?token=hunter2",
                "raw":"{\\"pwd\\":\\"hunter2\\"}","settings":[{"name":"sipPass","value":"hunter2"},{"name":"codec","value":"opus"}]}]}}""";
        try (ScriptedVendor vendor = ScriptedVendor.answering(body);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            NumberPool pool = DocumentedExamples.numbers(ports);

            assertThat(pool.toString()).doesNotContain("hunter2");
            assertThat(pool.sipNumbers().get(0).vendorFields().fields())
                    .isEqualTo(Map.of(
                            "hasPassword",
                            true,
                            "tokenCount",
                            7,
                            "passengers",
                            4,
                            "authorName",
                            "Ann",
                            "remark",
                            "the password is ***",
                            "login",
                            "https://u:***@pbx.example/?token=***",
                            "raw",
                            "{\"pwd\":\"***\"}",
                            "settings",
                            List.of(Map.of("name", "sipPass"), Map.of("name", "codec", "value", "opus"))));
        }
    }

    @Test
    void theAccountsSecretIsInNoAnswerInNoForm() {
        String secret = DocumentedExamples.MOOR_SECRET;
        String base64 = Base64.getEncoder().encodeToString(("2000103:" + secret).getBytes(StandardCharsets.UTF_8));
        String body = """
                {"success":true,"code":"200","%1$s":1,"data":{"sipNumberList":[{"number":"%1$s","account":"a-%1$s-b","uid":"%2$s",
                "codingFormat":["%1$s"],"x":{"%1$s":"%2$s"},"y":["see %2$s"]}]}}""".formatted(secret, base64);
        try (ScriptedVendor vendor = ScriptedVendor.answering(body);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            NumberPool pool = DocumentedExamples.numbers(ports);

            assertThat(pool.toString()).doesNotContain(secret, secret.substring(3, secret.length() - 3));
            assertThat(pool.toString()).doesNotContain(base64.substring(16, base64.length() - 8));
            assertThat(pool.sipNumbers().get(0).account()).isEqualTo("a-***-b");
        }
    }

    @Test
    void aConfiguredAccountShowsNoSecret() {
        HttpAccount account = DocumentedExamples.moor(java.net.URI.create("https://vendor.example"));
        assertThat(account.toString()).doesNotContain(DocumentedExamples.MOOR_SECRET);
    }

    private static String shown(QueryFailedException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        return trace + e.failure().toString();
    }
}
