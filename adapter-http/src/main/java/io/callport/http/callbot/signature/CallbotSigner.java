package io.callport.http.callbot.signature;

import io.callport.http.client.Digits;
import io.callport.http.client.Signer;
import io.callport.http.client.VendorClock;
import io.callport.http.vendor.Access;
import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.SigningSecret;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Signs one Callbot account's requests (NXCloud wiki, Callbot API authorization): the exact bytes of the body. */
public final class CallbotSigner implements Signer {
    private static final HexFormat HEX = HexFormat.of();

    private final String uuid;
    private final Algorithm algorithm;
    private final SigningSecret secret;
    private final VendorClock clock;
    private final RandomGenerator random;

    /** Signs for that account; refuses a key that cannot be signed with. */
    public CallbotSigner(Access access, VendorClock clock, RandomGenerator random) {
        this.uuid = access.account().key();
        this.algorithm = access.algorithm();
        this.secret = SigningSecret.of(access.secret().reveal());
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
        String createTs = Digits.of(clock.now().getEpochSecond(), 10);
        return new CallbotMessage(uuid, createTs, requestId, algorithm, body);
    }
}
