package io.callport.http.nxlink;

import static io.callport.query.Reason.UNAUTHORIZED;
import static io.callport.query.Reason.VENDOR_UNAVAILABLE;

import feign.Client;
import io.callport.http.client.SigningClient;
import io.callport.http.client.VendorClock;
import io.callport.http.reply.Envelope;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.Dialect;
import io.callport.query.Reason;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How NXLink is spoken to. */
final class NxlinkDialect implements Dialect {
    /**
     * The codes of the wiki's API interface invocation convention and of its call centre pages. Left out, and so refusals of
     * the request: 88 failure, 1001 and 1002 wrong parameters, 41000; and 1004, timestamp expired, which corrects the clock
     * where the answer's {@code Date} shows that it is off.
     */
    private static final Map<String, Reason> CODES = Map.of(
            "99", VENDOR_UNAVAILABLE, // system error
            "1003", UNAUTHORIZED, // signature invalid
            "1005", UNAUTHORIZED); // no permission

    @Override
    public Client client(Client transport, Access access, VendorClock clock, RandomGenerator random) {
        return new SigningClient(transport, new NxlinkSigner(access, clock));
    }

    @Override
    public Envelope.Reader envelopes() {
        return NxlinkEnvelope::read;
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
