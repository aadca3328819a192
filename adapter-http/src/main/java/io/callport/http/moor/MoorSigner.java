package io.callport.http.moor;

import io.callport.http.pipeline.RequestSigner;
import io.callport.http.settings.HttpAccount;
import io.callport.signing.MoorMessage;
import io.callport.signing.MoorSignature;
import io.callport.signing.SigningSecret;
import java.time.Instant;
import java.util.Map;

/** Signs one 7moor account's requests (developer.7moor.com/v7/authorization); the body is no part of the signature. */
final class MoorSigner implements RequestSigner {
    private final String appkey;
    private final SigningSecret secret;
    private final NonceGenerator nonces;

    MoorSigner(HttpAccount account, NonceGenerator nonces) {
        this.appkey = account.account().key();
        this.secret = SigningSecret.of(account.secret().reveal());
        this.nonces = nonces;
        message(0, "000000"); // refuses a key that cannot be signed with, before any request
    }

    @Override
    public Map<String, String> sign(byte[] body, Instant time) {
        return MoorSignature.sign(message(time.getEpochSecond(), nonces.next()), secret)
                .headers();
    }

    private MoorMessage message(long second, String nonce) {
        return new MoorMessage(appkey, RequestSigner.zeroPadded(second, 10), nonce);
    }
}
