package io.callport.http.vendor;

import io.callport.http.pipeline.RequestSigner;
import io.callport.http.pipeline.ResponseVerifier;
import io.callport.http.reply.Envelope;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpAccount;
import io.callport.query.Ports;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Everything that differs from vendor to vendor: the signature, the envelope, the codes and the ports. */
public interface Vendor {
    /** The vendor's name, as before the colon of an account. */
    String name();

    /**
     * The signer of an account's requests.
     *
     * @throws IllegalArgumentException if the account's key or secret is not of the vendor's form
     */
    RequestSigner signer(HttpAccount account, RandomGenerator random);

    /** The verifier of the responses to an account. */
    default ResponseVerifier verifier(HttpAccount account) {
        return ResponseVerifier.NONE;
    }

    /** The reader of the vendor's envelope. */
    Envelope.Reader envelopeReader();

    /** The request header that holds the signature. */
    String signatureHeader();

    /** The meaning of the vendor's documented codes, without those that only mean "refused". */
    Map<String, CodeMeaning> codes();

    /** The documented codes that say that a request's timestamp is too far off. */
    default Set<String> timestampCodes() {
        return Set.of();
    }

    /**
     * The ports of these accounts, all of this vendor.
     *
     * @throws IllegalArgumentException if an account's key or secret is not of the vendor's form
     */
    Ports ports(Collection<HttpAccount> accounts, VendorApiFactory factory);
}
