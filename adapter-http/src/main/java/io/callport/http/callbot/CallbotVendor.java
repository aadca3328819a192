package io.callport.http.callbot;

import static io.callport.http.settings.CodeMeaning.FORBIDDEN;
import static io.callport.http.settings.CodeMeaning.UNAUTHORIZED;

import io.callport.callinfo.CallInfoPort;
import io.callport.http.pipeline.RequestSigner;
import io.callport.http.pipeline.ResponseVerifier;
import io.callport.http.reply.Envelope;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpAccount;
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
    private static final CodeMeaning BUSY = CodeMeaning.ofQuery(Reason.VENDOR_UNAVAILABLE);

    /** The response code table of the wiki's page createTaskAndCall; those left out mean that the request is wrong. */
    private static final Map<String, CodeMeaning> CODES = Map.of(
            "5", BUSY, // the vendor says: server maintenance
            "5001", BUSY, // the vendor says: internal server error
            "7", BUSY, // the vendor says: system busy
            "1001", BUSY, // batch import in progress
            "6", UNAUTHORIZED, // the vendor says: incorrect signature
            "6001", UNAUTHORIZED, // the vendor says: missing signature
            "6002", UNAUTHORIZED, // the vendor says: account does not exist
            "600x", FORBIDDEN); // 6003 no permission; the others are not documented

    @Override
    public String name() {
        return "callbot";
    }

    @Override
    public RequestSigner signer(HttpAccount account, RandomGenerator random) {
        return new CallbotSigner(account, random);
    }

    @Override
    public ResponseVerifier verifier(HttpAccount account) {
        return new CallbotVerifier(account);
    }

    @Override
    public Envelope.Reader envelopeReader() {
        return CallbotEnvelope::read;
    }

    @Override
    public String signatureHeader() {
        return "sign";
    }

    @Override
    public Map<String, CodeMeaning> codes() {
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
