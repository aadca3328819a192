package io.callport.http;

import io.callport.account.Account;
import io.callport.http.client.Transport;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.http.settings.VendorRules;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.AnswerRules;
import io.callport.http.vendor.AnswerRules.SignatureCheck;
import io.callport.http.vendor.Connections;
import io.callport.http.vendor.Ping;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.VendorFamily;
import io.callport.query.Ports;
import io.callport.query.Query;
import io.callport.query.QueryFailedException;
import io.callport.query.Reason;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The domain's ports over HTTP, for configured accounts of the vendors in {@link VendorRules}.
 *
 * <p>Thread-safe. A port makes one request per question, on the calling thread, and never repeats it: whether to try again
 * is for its caller, who knows the account's budget. The thread may be a virtual one; no lock is held while it waits.
 * Connections are kept and reused; the JVM option {@code -Djdk.httpclient.keepalive.timeout=30} lets go of idle ones before
 * a gateway does (before Java 21 the default is 20 minutes).
 */
public final class HttpPorts implements AutoCloseable {
    private static final PortTable NO_PORTS = new PortTable(Map.of());

    private final Transport transport;
    private final Connections connections;
    private final Map<String, Ports> ports = new HashMap<>();

    private HttpPorts(Transport transport, Connections connections) {
        this.transport = transport;
        this.connections = connections;
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
                new Connections(transport, new ReportingWatcher(listener), time, random, rules(settings));
        HttpPorts opened = new HttpPorts(transport, connections);
        for (VendorFamily family : VendorRules.FAMILIES) {
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
     * Whether a vendor answers a query with these parameters, whichever account asks. Costs no request: the question is put
     * for an account that is not configured, and gets as far as that.
     */
    public boolean answers(String vendor, Query<?, ?> query) {
        for (VendorFamily family : VendorRules.FAMILIES) {
            if (family.vendor().equals(vendor)) {
                Ports ofNobody = family.open(List.of(), connections);
                return reason(ofNobody, new Account(vendor, "nobody"), query) == Reason.UNKNOWN_ACCOUNT;
            }
        }
        return false;
    }

    /**
     * Asks an account's vendor whether it is there and takes the account's signature, for vendors that document such a
     * request: Callbot. It is a request like any other, made on the calling thread and on no budget.
     *
     * @return whether the vendor documents such a request; {@code false} says nothing about the vendor
     * @throws QueryFailedException if the vendor does not answer, or says no
     */
    public boolean ping(Account account) {
        Ping ping;
        try {
            ping = ports(account.vendor()).port(Ping.class);
        } catch (QueryFailedException e) {
            return false;
        }
        ping.ping(account);
        return true;
    }

    /**
     * Ends the requests in flight, whose callers get a {@code vendor-unavailable} failure, and refuses new ones in the same
     * way. Does not wait; idle connections close when their keep-alive ends.
     */
    @Override
    public void close() {
        transport.close();
    }

    private static <P> @Nullable Reason reason(Ports ports, Account account, Query<P, ?> query) {
        try {
            query.ask(ports.port(query.port()), account);
            return null;
        } catch (QueryFailedException e) {
            return e.failure().reason();
        }
    }

    private static AnswerRules rules(HttpSettings settings) {
        ResponseSignatures signatures = settings.responseSignatures();
        boolean report = signatures != ResponseSignatures.OFF;
        boolean refuse = signatures == ResponseSignatures.REQUIRE;
        return new AnswerRules(settings.vendorCodes(), new SignatureCheck(report, refuse));
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
