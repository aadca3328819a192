package io.callport.http.callbot;

import io.callport.http.pipeline.RequestSigner;
import io.callport.http.settings.HttpAccount;
import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.SigningSecret;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Signs one Callbot account's requests (NXCloud wiki, Callbot API authorization): the exact bytes of the body. */
final class CallbotSigner implements RequestSigner {
    private static final HexFormat HEX = HexFormat.of();

    private final String uuid;
    private final Algorithm algorithm;
    private final SigningSecret secret;
    private final RandomGenerator random;

    CallbotSigner(HttpAccount account, RandomGenerator random) {
        this.uuid = account.account().key();
        this.algorithm = account.algorithm();
        this.secret = SigningSecret.of(account.secret().reveal());
        this.random = random;
        message(new byte[0], "0", Instant.EPOCH); // refuses a key that cannot be signed with, before any request
    }

    @Override
    public Map<String, String> sign(byte[] body, Instant time) {
        String requestId = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
        return CallbotSignature.sign(message(body, requestId, time), secret).headers();
    }

    private CallbotMessage message(byte[] body, String requestId, Instant time) {
        String createTs = RequestSigner.zeroPadded(time.getEpochSecond(), 10);
        return new CallbotMessage(uuid, createTs, requestId, algorithm, body);
    }
}
