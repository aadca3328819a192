package io.callport.http.nxlink;

import io.callport.account.Budget;
import io.callport.agents.AgentsPort;
import io.callport.callinfo.CallInfoPort;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.Connections;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.VendorApis;
import io.callport.http.vendor.VendorFamily;
import io.callport.numberpool.NumberPoolPort;
import io.callport.query.Ports;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts of NXLink. */
public final class NxlinkFamily implements VendorFamily {
    @Override
    public String vendor() {
        return "nxlink";
    }

    /** The wiki names regional gateways, and not the same ones on every page. */
    @Override
    public @Nullable URI url() {
        return null;
    }

    /** None is documented. */
    @Override
    public Budget budget() {
        return Budget.UNLIMITED;
    }

    @Override
    public boolean choosesAlgorithm() {
        return true;
    }

    @Override
    public Ports open(Collection<Access> accounts, Connections connections) {
        VendorApis<NxlinkApi> apis = connections.apis(NxlinkApi.class, accounts, new NxlinkDialect());
        return new PortTable(Map.of(
                NumberPoolPort.class, new NxlinkNumberPool(apis),
                CallInfoPort.class, new NxlinkCallInfo(apis),
                AgentsPort.class, new NxlinkAgents(apis)));
    }
}
