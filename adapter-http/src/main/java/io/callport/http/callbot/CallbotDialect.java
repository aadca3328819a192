package io.callport.http.callbot;

import static io.callport.query.Reason.UNAUTHORIZED;
import static io.callport.query.Reason.VENDOR_UNAVAILABLE;

import feign.Client;
import io.callport.http.callbot.signature.CallbotSigner;
import io.callport.http.callbot.signature.CheckingClient;
import io.callport.http.client.SigningClient;
import io.callport.http.client.VendorClock;
import io.callport.http.client.Watcher;
import io.callport.http.reply.Envelope;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.AnswerRules.SignatureCheck;
import io.callport.http.vendor.Dialect;
import io.callport.query.Reason;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How Callbot is spoken to. */
final class CallbotDialect implements Dialect {
    /** The response code table of the wiki's page createTaskAndCall; those left out mean that the request is wrong. */
    private static final Map<String, Reason> CODES = Map.of(
            "5", VENDOR_UNAVAILABLE, // server maintenance
            "5001", VENDOR_UNAVAILABLE, // internal server error
            "7", VENDOR_UNAVAILABLE, // system busy
            "1001", VENDOR_UNAVAILABLE, // batch import in progress
            "6", UNAUTHORIZED, // incorrect signature
            "600x", UNAUTHORIZED); // 6001 signature missing, 6002 no such account, 6003 no permission

    private final SignatureCheck check;
    private final Watcher watcher;

    CallbotDialect(SignatureCheck check, Watcher watcher) {
        this.check = check;
        this.watcher = watcher;
    }

    @Override
    public Client client(Client transport, Access access, VendorClock clock, RandomGenerator random) {
        Client signing = new SigningClient(transport, new CallbotSigner(access, clock, random));
        return check.report() ? new CheckingClient(signing, access, check, watcher) : signing;
    }

    @Override
    public Envelope.Reader envelopes() {
        return CallbotEnvelope::read;
    }

    @Override
    public String signatureHeader() {
        return "sign";
    }

    @Override
    public Map<String, Reason> codes() {
        return CODES;
    }
}
