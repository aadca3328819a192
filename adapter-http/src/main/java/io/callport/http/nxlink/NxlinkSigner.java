package io.callport.http.nxlink;

import io.callport.http.pipeline.RequestSigner;
import io.callport.http.settings.HttpAccount;
import io.callport.signing.Algorithm;
import io.callport.signing.NxlinkMessage;
import io.callport.signing.NxlinkSignature;
import io.callport.signing.SigningSecret;
import java.time.Instant;
import java.util.Map;

/**
 * Signs one NXLink account's requests (NXCloud wiki, API interface invocation convention): the exact bytes of the body.
 */
final class NxlinkSigner implements RequestSigner {
    /** The business type and action that every page of the call centre fixes. */
    private static final String BIZ_TYPE = "8";

    private static final String ACTION = "cc";

    private final String accessKey;
    private final Algorithm algorithm;
    private final SigningSecret secret;

    NxlinkSigner(HttpAccount account) {
        this.accessKey = account.account().key();
        this.algorithm = account.algorithm();
        this.secret = SigningSecret.of(account.secret().reveal());
        message(new byte[0], Instant.EPOCH); // refuses a key that cannot be signed with, before any request
    }

    @Override
    public Map<String, String> sign(byte[] body, Instant time) {
        return NxlinkSignature.sign(message(body, time), secret).headers();
    }

    private NxlinkMessage message(byte[] body, Instant now) {
        String ts = RequestSigner.zeroPadded(now.toEpochMilli(), 13);
        return new NxlinkMessage(accessKey, ts, BIZ_TYPE, ACTION, algorithm, body);
    }
}
