package io.callport.http.callbot;

import io.callport.account.Budget;
import io.callport.callinfo.CallInfoPort;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.Connections;
import io.callport.http.vendor.Ping;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.VendorApis;
import io.callport.http.vendor.VendorFamily;
import io.callport.query.Ports;
import java.net.URI;
import java.util.Collection;
import java.util.Map;

/** The accounts of Callbot. */
public final class CallbotFamily implements VendorFamily {
    private static final URI PRODUCTION = URI.create("https://nxbot.nxcloud.com");

    @Override
    public String vendor() {
        return "callbot";
    }

    /** The production host that the wiki's v3 pages name; that {@code /callcentre/v2/callinfo} is there too is assumed. */
    @Override
    public URI url() {
        return PRODUCTION;
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
        CallbotDialect dialect = new CallbotDialect(connections.signatures(), connections.watcher());
        VendorApis<CallbotApi> apis = connections.apis(CallbotApi.class, accounts, dialect);
        return new PortTable(Map.of(CallInfoPort.class, new CallbotCallInfo(apis), Ping.class, new CallbotPing(apis)));
    }
}
