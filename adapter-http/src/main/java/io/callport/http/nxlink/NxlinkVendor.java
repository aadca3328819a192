package io.callport.http.nxlink;

import io.callport.agents.AgentsPort;
import io.callport.callinfo.CallInfoPort;
import io.callport.http.pipeline.RequestSigner;
import io.callport.http.reply.Envelope;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpAccount;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.Vendor;
import io.callport.http.vendor.VendorApiFactory;
import io.callport.http.vendor.VendorApis;
import io.callport.numberpool.NumberPoolPort;
import io.callport.query.Ports;
import io.callport.query.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** NXLink: its signature, envelope, codes and ports. */
public final class NxlinkVendor implements Vendor {
    /**
     * The codes of the wiki's API interface invocation convention and of its call centre pages. Left out, and so
     * refusals of the request: 88 failure, 1001 and 1002 wrong parameters, 41000; and 1004, timestamp expired, which
     * may correct the clock.
     */
    private static final Map<String, CodeMeaning> CODES = Map.of(
            "99", CodeMeaning.ofQuery(Reason.VENDOR_UNAVAILABLE), // the vendor says: system error
            "1003", CodeMeaning.UNAUTHORIZED, // the vendor says: signature invalid
            "1005", CodeMeaning.FORBIDDEN); // the vendor says: no permission

    @Override
    public String name() {
        return "nxlink";
    }

    @Override
    public RequestSigner signer(HttpAccount account, RandomGenerator random) {
        return new NxlinkSigner(account);
    }

    @Override
    public Envelope.Reader envelopeReader() {
        return NxlinkEnvelope::read;
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
    public Set<String> timestampCodes() {
        return Set.of("1004");
    }

    @Override
    public Ports ports(Collection<HttpAccount> accounts, VendorApiFactory factory) {
        VendorApis<NxlinkApi> apis = factory.apis(NxlinkApi.class, accounts, this);
        return new PortTable(Map.of(
                NumberPoolPort.class, new NxlinkNumberPool(apis),
                CallInfoPort.class, new NxlinkCallInfo(apis),
                AgentsPort.class, new NxlinkAgents(apis)));
    }
}
