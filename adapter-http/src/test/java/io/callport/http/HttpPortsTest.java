package io.callport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.callinfo.CallInfoPort;
import io.callport.http.fixture.CapturedLog;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.http.settings.VendorProfile;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.numberpool.NumberPoolPort;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.signing.Algorithm;
import io.callport.signing.MoorMessage;
import io.callport.signing.MoorSignature;
import io.callport.signing.SigningSecret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class HttpPortsTest {
    private static final URI URL = URI.create("http://127.0.0.1:1");

    @Test
    void aVendorOrPortThatIsNotHereIsUnsupported() {
        HttpAccount acme = new HttpAccount(Account.parse("acme:1"), Secret.of("s"), URL, Algorithm.MD5);
        try (HttpPorts ports = HttpPorts.open(HttpSettings.DEFAULT, List.of(acme))) {
            assertRefused(
                    DocumentedExamples.failure(() -> ports.ports("acme").port(NumberPoolPort.class)),
                    Reason.UNSUPPORTED_QUERY);
            assertRefused(
                    DocumentedExamples.failure(() -> ports.ports("callbot").port(NumberPoolPort.class)),
                    Reason.UNSUPPORTED_QUERY);
        }
    }

    @Test
    void everyVendorWithAProfileHasPorts() {
        try (HttpPorts ports = HttpPorts.open(HttpSettings.DEFAULT, List.of())) {
            assertThat(VendorProfile.vendors())
                    .allSatisfy(vendor -> assertThat(ports.ports(vendor).port(CallInfoPort.class))
                            .isNotNull());
        }
    }

    @Test
    void anAccountThatIsNotConfiguredIsUnknown() {
        try (HttpPorts ports = HttpPorts.open(HttpSettings.DEFAULT, List.of())) {
            assertRefused(DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports)), Reason.UNKNOWN_ACCOUNT);
        }
    }

    private static void assertRefused(QueryFailure failure, Reason reason) {
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.sent()).isEqualTo(Sent.NO);
    }

    @Test
    void theListenerHearsOfEveryRequest() {
        List<String> heard = new ArrayList<>();
        HttpListener listener = new HttpListener() {
            @Override
            public void requestEnded(Account account, String endpoint, Reason refusal, Duration took) {
                assertThat(took).isPositive();
                heard.add(account + " " + endpoint + " " + refusal);
            }
        };
        try (ScriptedVendor vendor =
                        ScriptedVendor.answering(DocumentedExamples.example("7moor/call_query_group.json"));
                HttpPorts ports = HttpPorts.open(
                        HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())), listener)) {
            DocumentedExamples.groups(ports);
            DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports));
        }
        assertThat(heard)
                .containsExactly(
                        "7moor:2000103 /openapi/v1/call/query/group null",
                        "7moor:2000103 /openapi/v1/call/query/number MALFORMED_ANSWER");
    }

    @Test
    void aListenerThatFailsHarmsNoAnswerAndIsLoggedOnce() {
        HttpListener listener = new HttpListener() {
            @Override
            public void requestSigned(BiConsumer<String, String> headers) {
                throw new NoSuchMethodError("of another version");
            }

            @Override
            public void requestEnded(Account account, String endpoint, Reason refusal, Duration took) {
                throw new IllegalStateException("a mistake");
            }
        };
        try (CapturedLog logs = CapturedLog.captured();
                ScriptedVendor vendor =
                        ScriptedVendor.answering(DocumentedExamples.example("7moor/call_query_group.json"));
                HttpPorts ports = HttpPorts.open(
                        HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())), listener)) {
            assertThat(DocumentedExamples.groups(ports).groups()).hasSize(1);
            assertThat(logs.lines()).containsExactly("The HTTP listener failed; logged once");
        }
    }

    @Test
    void anAccountThatIsNotAcceptedIsLoggedOnceAndWhenItIsAgain() {
        try (CapturedLog logs = CapturedLog.captured();
                VendorSandbox vendor = VendorSandbox.start(0);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            vendor.arm(Fault.of(FaultKind.STATUS, "status", 401).times(2));
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));
            DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));
            DocumentedExamples.groups(ports);
            DocumentedExamples.groups(ports);

            assertThat(logs.lines())
                    .containsExactly(
                            "The vendor does not accept an account's signature; logged once until it answers again"
                                    + " account=7moor:2000103",
                            "The vendor accepts the account's signature again account=7moor:2000103");
        }
    }

    @Test
    void theConfigurationMaySayWhatACodeMeans() {
        Map<String, Map<String, CodeMeaning>> codes = Map.of("7moor", Map.of("40x", CodeMeaning.TOO_OFTEN));
        HttpSettings settings =
                new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(15), 1_000, ResponseSignatures.OFF, codes);
        try (ScriptedVendor vendor = ScriptedVendor.answering("{\"success\":false,\"code\":403}");
                HttpPorts ports = HttpPorts.open(settings, List.of(DocumentedExamples.moor(vendor.url())))) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports));
            assertThat(failure.reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(failure.scope()).isEqualTo(Scope.ACCOUNT);
        }
    }

    @Test
    void twoAccountsSignWithTheirOwnSecrets() {
        Account other = Account.parse("7moor:2000104");
        try (ScriptedVendor vendor =
                        ScriptedVendor.answering(DocumentedExamples.example("7moor/call_query_group.json"));
                HttpPorts ports = HttpPorts.open(
                        HttpSettings.DEFAULT,
                        List.of(
                                DocumentedExamples.moor(vendor.url()),
                                new HttpAccount(other, Secret.of("other"), vendor.url(), Algorithm.MD5)))) {
            ports.ports("7moor").port(NumberPoolPort.class).groups(other, new NumberGroupsQuery());

            String request = vendor.texts().get(0);
            MoorMessage message =
                    new MoorMessage("2000104", header(request, "m7-timestamp"), header(request, "m7-nonce"));
            assertThat(header(request, "m7-appkey")).isEqualTo("2000104");
            assertThat(MoorSignature.verify(message, header(request, "m7-sign"), SigningSecret.of("other")))
                    .isTrue();
        }
    }

    private static String header(String request, String name) {
        return request.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesAnAccountThatIsGivenTwice() {
        assertThatThrownBy(() -> HttpPorts.open(
                        HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(URL), DocumentedExamples.moor(URL))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7moor:2000103 is given twice");
    }

    @Test
    void refusesWhatCannotBeSignedWithAndNamesTheAccount() {
        HttpAccount account = new HttpAccount(DocumentedExamples.MOOR, Secret.of("hunter2\n"), URL, Algorithm.MD5);
        assertThatThrownBy(() -> HttpPorts.open(HttpSettings.DEFAULT, List.of(account)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7moor:2000103")
                .hasMessageContaining("white space")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void onlyVendorsWithADocumentedAddressNeedNone() {
        assertThat(DocumentedExamples.moor(null).url()).hasToString("https://v7openapi.7moor.com");
        assertThat(DocumentedExamples.callbot(null).url()).hasToString("https://nxbot.nxcloud.com");
        assertThatThrownBy(() -> HttpAccount.of(Account.parse("nxlink:k"), Secret.of("s"), null, Algorithm.MD5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("url: must be given for nxlink:k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://vendor", "vendor.example", "https:/x", "https://u:p@vendor", "https://v?x", "https://v#x"
            })
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> DocumentedExamples.moor(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url: ");
    }

    @Test
    void refusesSettingsOutOfTheirBounds() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new HttpSettings(Duration.ZERO, second, 1, ResponseSignatures.OFF, Map.of()))
                .hasMessageStartingWith("connectTimeout: ");
        assertThatThrownBy(() -> new HttpSettings(second, second.negated(), 1, ResponseSignatures.OFF, Map.of()))
                .hasMessageStartingWith("timeout: ");
        assertThatThrownBy(() -> new HttpSettings(second, second, 0, ResponseSignatures.OFF, Map.of()))
                .hasMessageStartingWith("maxAnswerBytes: ");
    }
}
