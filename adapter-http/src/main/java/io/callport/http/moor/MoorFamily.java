package io.callport.http.moor;

import io.callport.http.vendor.Access;
import io.callport.http.vendor.Connections;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.VendorFamily;
import io.callport.numberpool.NumberPoolPort;
import io.callport.query.Ports;
import java.net.URI;
import java.util.Collection;
import java.util.Map;

/** The accounts of 7moor. */
public final class MoorFamily implements VendorFamily {
    /** The vendor's address; its pages show it with and without TLS (developer.7moor.com/v7/im-report has https). */
    public static final URI DEFAULT_URL = URI.create("https://v7openapi.7moor.com");

    @Override
    public String vendor() {
        return "7moor";
    }

    @Override
    public Ports open(Collection<Access> accounts, Connections connections) {
        MoorNumberPool numberPool = new MoorNumberPool(connections.apis(MoorApi.class, accounts, new MoorDialect()));
        return new PortTable(Map.of(NumberPoolPort.class, numberPool));
    }
}
