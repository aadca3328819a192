package io.callport.http.callbot;

import static io.callport.query.Reason.UNAUTHORIZED;
import static io.callport.query.Reason.VENDOR_UNAVAILABLE;

import io.callport.callinfo.CallInfoPort;
import io.callport.http.pipeline.RequestSigner;
import io.callport.http.pipeline.ResponseVerifier;
import io.callport.http.reply.Envelope;
import io.callport.http.settings.HttpAccount;
import io.callport.http.transport.VendorClock;
import io.callport.http.vendor.PingPort;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.Vendor;
import io.callport.http.vendor.VendorApiFactory;
import io.callport.http.vendor.VendorApis;
import io.callport.query.Ports;
import io.callport.query.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Callbot: its signatures, envelopes, codes and ports. */
public final class CallbotVendor implements Vendor {
    /** The response code table of the wiki's page createTaskAndCall; those left out mean that the request is wrong. */
    private static final Map<String, Reason> CODES = Map.of(
            "5", VENDOR_UNAVAILABLE, // the vendor says: server maintenance
            "5001", VENDOR_UNAVAILABLE, // the vendor says: internal server error
            "7", VENDOR_UNAVAILABLE, // the vendor says: system busy
            "1001", VENDOR_UNAVAILABLE, // batch import in progress
            "6", UNAUTHORIZED, // the vendor says: incorrect signature
            "600x", UNAUTHORIZED); // 6001 signature missing, 6002 no such account, 6003 no permission

    @Override
    public String name() {
        return "callbot";
    }

    @Override
    public RequestSigner signer(HttpAccount account, VendorClock clock, RandomGenerator random) {
        return new CallbotSigner(account, clock, random);
    }

    @Override
    public ResponseVerifier verifier(HttpAccount account) {
        return new CallbotVerifier(account);
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

    @Override
    public Ports ports(Collection<HttpAccount> accounts, VendorApiFactory factory) {
        VendorApis<CallbotApi> apis = factory.apis(CallbotApi.class, accounts, this);
        return new PortTable(Map.of(
                CallInfoPort.class, new CallbotCallInfo(apis),
                PingPort.class, new CallbotPing(apis)));
    }
}
