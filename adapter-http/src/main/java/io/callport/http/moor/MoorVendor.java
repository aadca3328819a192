package io.callport.http.moor;

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
import java.util.Collection;
import java.util.Map;
import java.util.random.RandomGenerator;

/** 7moor: its signature, envelope and ports. */
public final class MoorVendor implements Vendor {
    @Override
    public String name() {
        return "7moor";
    }

    @Override
    public RequestSigner signer(HttpAccount account, RandomGenerator random) {
        return new MoorSigner(account, new NonceGenerator(random));
    }

    @Override
    public Envelope.Reader envelopeReader() {
        return MoorEnvelope::read;
    }

    @Override
    public String signatureHeader() {
        return "m7-sign";
    }

    /** 7moor documents no codes. */
    @Override
    public Map<String, CodeMeaning> codes() {
        return Map.of();
    }

    @Override
    public Ports ports(Collection<HttpAccount> accounts, VendorApiFactory factory) {
        VendorApis<MoorApi> apis = factory.apis(MoorApi.class, accounts, this);
        return new PortTable(Map.of(
                NumberPoolPort.class, new MoorNumberPool(apis),
                CallInfoPort.class, new MoorCallInfo(apis),
                AgentsPort.class, new MoorAgents(apis)));
    }
}
