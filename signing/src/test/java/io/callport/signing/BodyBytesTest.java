package io.callport.signing;

import static io.callport.signing.SampleMessages.CALLBOT_SECRET;
import static io.callport.signing.SampleMessages.NXLINK_SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact bytes of a body are signed, for every size and kind: compared with a hash of all bytes in a row. */
class BodyBytesTest {
    static Stream<Arguments> bodies() {
        return Stream.of(Algorithm.values())
                .flatMap(algorithm -> Stream.of(0, 1, 63, 64, 65, 8_192, 5 * 1024 * 1024 + 7)
                        .map(size -> Arguments.of(algorithm, size)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void callbotSignsTheBytes(Algorithm algorithm, int size) throws NoSuchAlgorithmException {
        CallbotMessage message = SampleMessages.callbot(algorithm, random(size));
        String tail =
                "&createTs=" + message.createTs() + "&requestID=" + message.requestId() + "&uuid=" + message.uuid();

        String sign = CallbotSignature.sign(message, CALLBOT_SECRET).sign();

        assertThat(sign).isEqualTo(upper(algorithm, SampleMessages.CALLBOT_KEY + "&body=", message.body(), tail));
        assertThat(CallbotSignature.verify(message, sign, CALLBOT_SECRET)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void nxlinkSignsTheBytes(Algorithm algorithm, int size) throws NoSuchAlgorithmException {
        NxlinkMessage message = SampleMessages.nxlink(algorithm, random(size));
        String head = "accessKey=fme2na3kdi3ki&action=cc&bizType=8&ts=1655710885431" + (size == 0 ? "" : "&body=");

        String sign = NxlinkSignature.sign(message, NXLINK_SECRET).sign();

        assertThat(sign)
                .isEqualToIgnoringCase(
                        upper(algorithm, head, message.body(), "&accessSecret=" + SampleMessages.NXLINK_KEY))
                .isLowerCase();
        assertThat(NxlinkSignature.verify(message, sign, NXLINK_SECRET)).isTrue();
    }

    private static byte[] random(int size) {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        return body;
    }

    private static String upper(Algorithm algorithm, String before, byte[] body, String after)
            throws NoSuchAlgorithmException {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.writeBytes(before.getBytes(UTF_8));
        row.writeBytes(body);
        row.writeBytes(after.getBytes(UTF_8));
        MessageDigest digest = MessageDigest.getInstance(algorithm == Algorithm.MD5 ? "MD5" : "SHA-256");
        return HexFormat.of().withUpperCase().formatHex(digest.digest(row.toByteArray()));
    }
}
