package io.callport.signing;

import static io.callport.signing.SampleMessages.CALLBOT_SECRET;
import static io.callport.signing.SampleMessages.MOOR_SECRET;
import static io.callport.signing.SampleMessages.NXLINK_SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No bit of a message that verifies can change: the changed message is refused, on construction or by verify. */
class TamperedMessageTest {
    private static final String BODY = "{\"name\":\"牛小信😀\"}";

    @Test
    void moorRefusesEveryFlippedBit() {
        MoorMessage m = SampleMessages.MOOR;
        String sign = MoorSignature.sign(m, MOOR_SECRET).sign();

        everyFlipFails(m.appkey(), t -> verify(new MoorMessage(t, m.timestamp(), m.nonce()), sign));
        everyFlipFails(m.timestamp(), t -> verify(new MoorMessage(m.appkey(), t, m.nonce()), sign));
        everyFlipFails(m.nonce(), t -> verify(new MoorMessage(m.appkey(), m.timestamp(), t), sign));
        everyFlipFails(sign, t -> verify(m, t));
        everyFlipFails(SampleMessages.MOOR_KEY, t -> MoorSignature.verify(m, sign, SigningSecret.of(t)));
    }

    @ParameterizedTest
    @EnumSource
    void callbotRefusesEveryFlippedBit(Algorithm a) {
        CallbotMessage m = SampleMessages.callbot(a, BODY);
        String sign = CallbotSignature.sign(m, CALLBOT_SECRET).sign();

        everyFlipFails(m.uuid(), t -> verify(new CallbotMessage(t, m.createTs(), m.requestId(), a, m.body()), sign));
        everyFlipFails(m.createTs(), t -> verify(new CallbotMessage(m.uuid(), t, m.requestId(), a, m.body()), sign));
        everyFlipFails(m.requestId(), t -> verify(new CallbotMessage(m.uuid(), m.createTs(), t, a, m.body()), sign));
        everyFlipOfBytesFails(m.body(), body -> verify(SampleMessages.callbot(a, body), sign));
        everyFlipFails(sign, t -> verify(m, t));
        everyFlipFails(SampleMessages.CALLBOT_KEY, t -> CallbotSignature.verify(m, sign, SigningSecret.of(t)));
    }

    @ParameterizedTest
    @EnumSource
    void nxlinkRefusesEveryFlippedBit(Algorithm a) {
        NxlinkMessage m = SampleMessages.nxlink(a, BODY);
        String sign = NxlinkSignature.sign(m, NXLINK_SECRET).sign();

        everyFlipFails(
                m.accessKey(), t -> verify(new NxlinkMessage(t, m.ts(), m.bizType(), m.action(), a, m.body()), sign));
        everyFlipFails(
                m.ts(), t -> verify(new NxlinkMessage(m.accessKey(), t, m.bizType(), m.action(), a, m.body()), sign));
        everyFlipFails(
                m.bizType(), t -> verify(new NxlinkMessage(m.accessKey(), m.ts(), t, m.action(), a, m.body()), sign));
        everyFlipFails(
                m.action(), t -> verify(new NxlinkMessage(m.accessKey(), m.ts(), m.bizType(), t, a, m.body()), sign));
        everyFlipOfBytesFails(m.body(), body -> verify(SampleMessages.nxlink(a, body), sign));
        everyFlipFails(sign, t -> verify(m, t));
        everyFlipFails(SampleMessages.NXLINK_KEY, t -> NxlinkSignature.verify(m, sign, SigningSecret.of(t)));
    }

    private static boolean verify(MoorMessage message, String sign) {
        return MoorSignature.verify(message, sign, MOOR_SECRET);
    }

    private static boolean verify(CallbotMessage message, String sign) {
        return CallbotSignature.verify(message, sign, CALLBOT_SECRET);
    }

    private static boolean verify(NxlinkMessage message, String sign) {
        return NxlinkSignature.verify(message, sign, NXLINK_SECRET);
    }

    private static void everyFlipFails(String text, Predicate<String> verifies) {
        everyFlipOfBytesFails(text.getBytes(UTF_8), bytes -> verifies.test(new String(bytes, UTF_8)));
    }

    private static void everyFlipOfBytesFails(byte[] bytes, Predicate<byte[]> verifies) {
        assertThat(verifies.test(bytes.clone())).as("unchanged").isTrue();
        List<Integer> accepted = new ArrayList<>();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            if (accepts(() -> verifies.test(flipped))) {
                accepted.add(bit);
            }
        }
        assertThat(accepted).as("flipped bits that were accepted").isEmpty();
    }

    private static boolean accepts(BooleanSupplier verifies) {
        try {
            return verifies.getAsBoolean();
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }
}
