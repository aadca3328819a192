package io.callport.http.moor;

import feign.Client;
import io.callport.http.client.SigningClient;
import io.callport.http.client.VendorClock;
import io.callport.http.reply.Envelope;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.Dialect;
import io.callport.query.Reason;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How 7moor is spoken to. */
final class MoorDialect implements Dialect {
    @Override
    public Client client(Client transport, Access access, VendorClock clock, RandomGenerator random) {
        return new SigningClient(transport, new MoorSigner(access, clock, new Nonces(random)));
    }

    @Override
    public Envelope.Reader envelopes() {
        return MoorEnvelope::read;
    }

    @Override
    public String signatureHeader() {
        return "m7-sign";
    }

    /** None are documented. */
    @Override
    public Map<String, Reason> codes() {
        return Map.of();
    }
}
