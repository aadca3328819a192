package io.callport.http.callbot;

import io.callport.http.pipeline.RequestSigner;
import io.callport.http.settings.HttpAccount;
import io.callport.http.transport.VendorClock;
import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.SigningSecret;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Signs one Callbot account's requests (NXCloud wiki, Callbot API authorization): the exact bytes of the body. */
final class CallbotSigner implements RequestSigner {
    private static final HexFormat HEX = HexFormat.of();

    private final String uuid;
    private final Algorithm algorithm;
    private final SigningSecret secret;
    private final VendorClock clock;
    private final RandomGenerator random;

    CallbotSigner(HttpAccount account, VendorClock clock, RandomGenerator random) {
        this.uuid = account.account().key();
        this.algorithm = account.algorithm();
        this.secret = SigningSecret.of(account.secret().reveal());
        this.clock = clock;
        this.random = random;
        message(new byte[0], "0"); // refuses a key that cannot be signed with, before any request
    }

    @Override
    public Map<String, String> sign(byte[] body) {
        String requestId = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
        return CallbotSignature.sign(message(body, requestId), secret).headers();
    }

    private CallbotMessage message(byte[] body, String requestId) {
        String createTs = RequestSigner.zeroPadded(clock.now().getEpochSecond(), 10);
        return new CallbotMessage(uuid, createTs, requestId, algorithm, body);
    }
}
