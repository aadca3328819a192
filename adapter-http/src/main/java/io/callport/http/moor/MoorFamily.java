package io.callport.http.moor;

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
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** The accounts of 7moor. */
public final class MoorFamily implements VendorFamily {
    private static final URI DOCUMENTED = URI.create("https://v7openapi.7moor.com");

    @Override
    public String vendor() {
        return "7moor";
    }

    /** The vendor's pages show it with and without TLS (developer.7moor.com/v7/im-report has https). */
    @Override
    public URI url() {
        return DOCUMENTED;
    }

    /** Account limit (账户限流, 20次/分, developer.7moor.com/v7/number-management), read as one over all endpoints. */
    @Override
    public Budget budget() {
        return new Budget(20, Duration.ofMinutes(1));
    }

    @Override
    public boolean choosesAlgorithm() {
        return false;
    }

    @Override
    public Ports open(Collection<Access> accounts, Connections connections) {
        VendorApis<MoorApi> apis = connections.apis(MoorApi.class, accounts, new MoorDialect());
        return new PortTable(Map.of(
                NumberPoolPort.class, new MoorNumberPool(apis),
                CallInfoPort.class, new MoorCallInfo(apis),
                AgentsPort.class, new MoorAgents(apis)));
    }
}
