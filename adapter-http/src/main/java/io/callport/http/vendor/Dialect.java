package io.callport.http.vendor;

import feign.Client;
import io.callport.http.client.VendorClock;
import io.callport.http.reply.Envelope;
import io.callport.query.Reason;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What differs from family to family in every request and answer. */
public interface Dialect {
    /** The client of one account, which signs what goes to the transport. */
    Client client(Client transport, Access access, VendorClock clock, RandomGenerator random);

    /** Reads the family's envelope. */
    Envelope.Reader envelopes();

    /** The request header that holds the signature. */
    String signatureHeader();

    /** What the family's documented codes mean, but for those that only mean "refused". */
    Map<String, Reason> codes();
}
