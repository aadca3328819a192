package io.callport.http;

import io.callport.account.Account;
import io.callport.http.callbot.CallbotFamily;
import io.callport.http.callbot.SignatureCheck;
import io.callport.http.client.Transport;
import io.callport.http.moor.MoorFamily;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.Connections;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.VendorFamily;
import io.callport.query.Ports;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The domain's ports over HTTP, for configured accounts of 7moor and Callbot.
 *
 * <p>Thread-safe. A port makes one request per question, on the calling thread, and never repeats it: whether to try again
 * is for its caller, who knows the account's budget. The thread may be a virtual one; no lock is held while it waits.
 * Connections are kept and reused; the JVM option {@code -Djdk.httpclient.keepalive.timeout=30} lets go of idle ones before
 * a gateway does (before Java 21 the default is 20 minutes).
 */
public final class HttpPorts implements AutoCloseable {
    private static final PortTable NO_PORTS = new PortTable(Map.of());

    private final Transport transport;
    private final Map<String, Ports> ports = new HashMap<>();

    private HttpPorts(Transport transport) {
        this.transport = transport;
    }

    /** The same as {@link #open(HttpSettings, Collection, HttpListener)}, with nobody listening. */
    public static HttpPorts open(HttpSettings settings, Collection<HttpAccount> accounts) {
        return open(settings, accounts, HttpListener.NONE);
    }

    /**
     * Opens the ports; makes no request yet. Accounts of a vendor that has no port here are allowed and refused when asked.
     *
     * @throws IllegalArgumentException if an account is given twice, or its key or secret cannot be signed with
     */
    public static HttpPorts open(HttpSettings settings, Collection<HttpAccount> accounts, HttpListener listener) {
        return open(settings, accounts, listener, InstantSource.system(), new SecureRandom());
    }

    static HttpPorts open(
            HttpSettings settings,
            Collection<HttpAccount> accounts,
            HttpListener listener,
            InstantSource time,
            RandomGenerator random) {
        requireDistinct(accounts);
        Transport transport = new Transport(settings.connectTimeout(), settings.timeout(), settings.maxAnswerBytes());
        Connections connections =
                new Connections(transport, new ReportingWatcher(listener), time, random, settings.vendorCodes());
        HttpPorts opened = new HttpPorts(transport);
        for (VendorFamily family : families(settings)) {
            opened.ports.put(family.vendor(), family.open(of(family.vendor(), accounts), connections));
        }
        return opened;
    }

    /**
     * The ports of a vendor, as in {@code 7moor}. Those of a vendor that has none here refuse every port as
     * {@code unsupported-query}; this method itself never fails.
     */
    public Ports ports(String vendor) {
        return ports.getOrDefault(vendor, NO_PORTS);
    }

    /**
     * Ends the requests in flight, whose callers get a {@code vendor-unavailable} failure, and refuses new ones in the same
     * way. Does not wait; idle connections close when their keep-alive ends.
     */
    @Override
    public void close() {
        transport.close();
    }

    /** Every vendor family there is. */
    private static List<VendorFamily> families(HttpSettings settings) {
        ResponseSignatures signatures = settings.responseSignatures();
        SignatureCheck check =
                new SignatureCheck(signatures != ResponseSignatures.OFF, signatures == ResponseSignatures.REQUIRE);
        return List.of(new MoorFamily(), new CallbotFamily(check));
    }

    private static List<Access> of(String vendor, Collection<HttpAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.account().vendor().equals(vendor))
                .map(HttpAccount::access)
                .toList();
    }

    private static void requireDistinct(Collection<HttpAccount> accounts) {
        Set<Account> seen = new HashSet<>();
        for (HttpAccount account : accounts) {
            if (!seen.add(account.account())) {
                throw new IllegalArgumentException("accounts: " + account.account() + " is given twice");
            }
        }
    }
}
