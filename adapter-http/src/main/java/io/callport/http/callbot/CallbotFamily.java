package io.callport.http.callbot;

import io.callport.callinfo.CallInfoPort;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.Connections;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.VendorFamily;
import io.callport.query.Ports;
import java.net.URI;
import java.util.Collection;
import java.util.Map;

/** The accounts of Callbot. */
public final class CallbotFamily implements VendorFamily {
    /**
     * The production host that the wiki's v3 pages name. That {@code /callcentre/v2/callinfo} is served there is assumed:
     * the one sample of it uses the development host {@code https://devnxbot.nxcloud.com}.
     */
    public static final URI DEFAULT_URL = URI.create("https://nxbot.nxcloud.com");

    private final SignatureCheck check;

    /** Accounts whose answers' signatures are checked that strictly. */
    public CallbotFamily(SignatureCheck check) {
        this.check = check;
    }

    @Override
    public String vendor() {
        return "callbot";
    }

    @Override
    public Ports open(Collection<Access> accounts, Connections connections) {
        CallbotDialect dialect = new CallbotDialect(check, connections.watcher());
        CallbotCallInfo callInfo = new CallbotCallInfo(connections.apis(CallbotApi.class, accounts, dialect));
        return new PortTable(Map.of(CallInfoPort.class, callInfo));
    }
}
