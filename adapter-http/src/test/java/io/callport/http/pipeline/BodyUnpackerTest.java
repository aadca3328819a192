package io.callport.http.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.LatestBatchQuery;
import io.callport.callinfo.OrderDetailsQuery;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.query.Query;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class BodyUnpackerTest implements HttpListener {
    private static final LatestBatchQuery BATCH = new LatestBatchQuery("t");
    private static final String ANSWER = "{\"retCode\":0,\"callList\":[],\"batchID\":\"牛\"}";
    private static final Pattern REQUEST_ID = Pattern.compile("(?i)requestID: (\\w+)\r\n");

    private final List<Account> wrong = new ArrayList<>();

    @Override
    public void responseSignatureWrong(Account account) {
        wrong.add(account);
    }

    @Test
    void theQueriesThatMayBePackedAreAskedThatWayAndNoOthers() {
        CallsQuery calls = new CallsQuery("t", CallsQuery.Options.NONE, 1, 100);
        for (Query<?, ?> query : List.of(BATCH, calls, new OrderDetailsQuery("t", List.of("o")))) {
            try (ScriptedVendor vendor =
                    ScriptedVendor.answering("{\"retCode\":0,\"callList\":[],\"orderDetailList\":[]}")) {
                DocumentedExamples.ask(vendor, DocumentedExamples.CALLBOT, query);
                boolean packed =
                        vendor.texts().get(0).toLowerCase(java.util.Locale.ROOT).contains("accept-encoding: gzip\r\n");
                assertThat(packed).as(query.toString()).isEqualTo(!(query instanceof OrderDetailsQuery));
            }
        }
    }

    @Test
    void aPackedAnswerIsUnpacked() {
        try (ScriptedVendor vendor = packed(zip(ANSWER.getBytes(UTF_8)))) {
            assertThat(DocumentedExamples.ask(vendor, DocumentedExamples.CALLBOT, BATCH)
                            .batchId())
                    .isEqualTo("牛");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "x-gzip",
                "GZIP",
                "deflate",
                "identity",
                "deflate, gzip",
                "identity , gzip",
                "bare deflate"
            })
    void whatIsPackedWithoutBeingAskedForIsUnpackedToo(String encoding) {
        byte[] plain = DocumentedExamples.example("7moor/call_query_group.json").getBytes(UTF_8);
        byte[] packed = plain;
        if (encoding.contains("deflate")) {
            packed = deflate(packed, encoding.contains("bare"));
        }
        if (encoding.toLowerCase(java.util.Locale.ROOT).contains("gzip")) {
            packed = zip(packed);
        }
        String header = "Content-Encoding: " + encoding.replace("bare ", "") + "\r\n";
        try (ScriptedVendor vendor = ScriptedVendor.answering("200 OK", header, packed)) {
            assertThat(DocumentedExamples.ask(vendor, DocumentedExamples.MOOR, new NumberGroupsQuery()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "br, not read: br",
        "zstd, not read: zstd",
        "'x y', an unusual Content-Encoding",
        "'gzip, gzip, gzip, gzip', more than 3 times",
        "deflate, does not unpack"
    })
    void whatCannotBeUnpackedIsNamed(String encoding, String named) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(
                "200 OK", "Content-Encoding: " + encoding + "\r\n", "s3cret".getBytes(UTF_8))) {
            QueryFailure failure = DocumentedExamples.failure(
                    () -> DocumentedExamples.ask(vendor, DocumentedExamples.MOOR, new NumberGroupsQuery()));
            assertThat(failure.reason()).isEqualTo(Reason.MALFORMED_ANSWER);
            assertThat(failure.detail()).contains(named).doesNotContain("s3cret");
        }
    }

    @Test
    void aPackedRefusalSaysWhatItSays() {
        byte[] refusal = zip("{\"success\":false,\"code\":\"41\"}".getBytes(UTF_8));
        try (ScriptedVendor vendor =
                ScriptedVendor.answering("400 Bad Request", "Content-Encoding: x-gzip\r\n", refusal)) {
            QueryFailure failure = DocumentedExamples.failure(
                    () -> DocumentedExamples.ask(vendor, DocumentedExamples.MOOR, new NumberGroupsQuery()));
            assertThat(failure.vendorReply().code()).isEqualTo("41");
        }
    }

    private static byte[] deflate(byte[] plain, boolean bare) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 100];
        byte[] bytes = Arrays.copyOf(packed, deflater.deflate(packed));
        deflater.end();
        return bytes;
    }

    @Test
    void aPlainAnswerIsReadAsItIs() {
        assertThat(DocumentedExamples.ask(ANSWER, DocumentedExamples.CALLBOT, BATCH)
                        .batchId())
                .isEqualTo("牛");
    }

    @Test
    void anAnswerThatUnpacksToMoreThanTheLimitIsNone() {
        byte[] bomb = zip(new byte[8 << 20]);
        assertThat(bomb).hasSizeLessThan(1 << 20);
        HttpSettings limited = DocumentedExamples.timeout(HttpSettings.DEFAULT.timeout());
        try (ScriptedVendor vendor = packed(bomb);
                HttpPorts ports = HttpPorts.open(limited, List.of(DocumentedExamples.callbot(vendor.url())))) {
            QueryFailure failure =
                    DocumentedExamples.failure(() -> DocumentedExamples.ask(ports, DocumentedExamples.CALLBOT, BATCH));

            assertThat(failure.reason()).isEqualTo(Reason.MALFORMED_ANSWER);
            assertThat(failure.sent()).isEqualTo(Sent.YES);
            assertThat(failure.detail()).contains("1048576 bytes when unpacked");
        }
    }

    @Test
    void exactlyTheLimitIsReadAndOneByteMoreIsNot() {
        byte[] plain = (ANSWER + " ".repeat(1_000)).getBytes(UTF_8);
        try (ScriptedVendor vendor = packed(zip(plain))) {
            assertThat(askWithin(plain.length, vendor)).isEqualTo("牛");
            assertThat(DocumentedExamples.failure(() -> askWithin(plain.length - 1, vendor))
                            .detail())
                    .contains("when unpacked");
        }
    }

    private static String askWithin(int limit, ScriptedVendor vendor) {
        HttpSettings usual = HttpSettings.DEFAULT;
        HttpSettings limited =
                new HttpSettings(usual.connectTimeout(), usual.timeout(), limit, ResponseSignatures.OFF, Map.of());
        try (HttpPorts ports = HttpPorts.open(limited, List.of(DocumentedExamples.callbot(vendor.url())))) {
            return DocumentedExamples.ask(ports, DocumentedExamples.CALLBOT, BATCH)
                    .batchId();
        }
    }

    @Test
    void whatDoesNotUnpackIsNoAnswer() {
        byte[] good = zip(ANSWER.getBytes(UTF_8));
        byte[] flipped = good.clone();
        flipped[flipped.length - 5] ^= 1;
        for (byte[] bytes :
                List.of(new byte[0], ANSWER.getBytes(UTF_8), Arrays.copyOf(good, good.length - 1), flipped)) {
            try (ScriptedVendor vendor = packed(bytes)) {
                QueryFailure failure = DocumentedExamples.failure(
                        () -> DocumentedExamples.ask(vendor, DocumentedExamples.CALLBOT, BATCH));
                assertThat(failure.reason()).isEqualTo(Reason.MALFORMED_ANSWER);
                assertThat(failure.detail()).doesNotContain(ANSWER);
            }
        }
    }

    @Test
    void theStandInsPackedAnswerAndItsSignatureAreGood() {
        try (VendorSandbox sandbox = VendorSandbox.start(0);
                HttpPorts ports = HttpPorts.open(
                        DocumentedExamples.signatures(ResponseSignatures.REQUIRE),
                        List.of(DocumentedExamples.callbot(sandbox.url())),
                        this)) {
            assertThat(DocumentedExamples.ask(ports, DocumentedExamples.CALLBOT, BATCH)
                            .calls())
                    .hasSize(1);
            assertThat(wrong).isEmpty();

            sandbox.arm(Fault.of(FaultKind.WRONG_SIGNATURE));
            assertThat(DocumentedExamples.failure(
                                    () -> DocumentedExamples.ask(ports, DocumentedExamples.CALLBOT, BATCH))
                            .reason())
                    .isEqualTo(Reason.MALFORMED_ANSWER);
            assertThat(wrong).hasSize(1);
        }
    }

    @Test
    void aSignatureOverThePackedBytesIsAsGoodAsOneOverThePlain() {
        for (BinaryOperator<byte[]> which :
                List.<BinaryOperator<byte[]>>of((zip, plain) -> zip, (zip, plain) -> plain)) {
            try (ScriptedVendor vendor = signing(which);
                    HttpPorts ports = HttpPorts.open(
                            DocumentedExamples.signatures(ResponseSignatures.REQUIRE),
                            List.of(DocumentedExamples.callbot(vendor.url())))) {
                assertThat(DocumentedExamples.ask(ports, DocumentedExamples.CALLBOT, BATCH))
                        .isNotNull();
            }
        }
    }

    private static ScriptedVendor packed(byte[] bytes) {
        return ScriptedVendor.answering("200 OK", "Content-Encoding: gzip\r\n", bytes);
    }

    private static ScriptedVendor signing(BinaryOperator<byte[]> which) {
        byte[] plain = ANSWER.getBytes(UTF_8);
        byte[] zip = zip(plain);
        AtomicReference<ScriptedVendor> self = new AtomicReference<>();
        self.set(new ScriptedVendor(connection -> {
            Matcher request = REQUEST_ID.matcher(self.get().texts().get(0));
            String id = request.find() ? request.group(1) : "";
            CallbotMessage message = new CallbotMessage(
                    DocumentedExamples.CALLBOT.key(), "1700000000", id, Algorithm.MD5, which.apply(zip, plain));
            String sign = CallbotSignature.sign(message, SigningSecret.of(DocumentedExamples.CALLBOT_SECRET))
                    .sign();
            String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nrequestID: " + id
                    + "\r\ncreateTs: 1700000000\r\nsign: " + sign + "\r\nContent-Length: " + zip.length + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(UTF_8));
            connection.getOutputStream().write(zip);
        }));
        return self.get();
    }

    private static byte[] zip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
