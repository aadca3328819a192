package io.callport.http;

import io.callport.account.Account;
import io.callport.http.callbot.CallbotVendor;
import io.callport.http.moor.MoorVendor;
import io.callport.http.nxlink.NxlinkVendor;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.VendorProfile;
import io.callport.http.transport.ResponseMemory;
import io.callport.http.transport.Transport;
import io.callport.http.vendor.PingPort;
import io.callport.http.vendor.PortTable;
import io.callport.http.vendor.Vendor;
import io.callport.http.vendor.VendorApiFactory;
import io.callport.memory.AnswerMemory;
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
 * The domain's ports over HTTP, for configured accounts of the vendors in {@link VendorProfile}.
 *
 * <p>Thread-safe. A port makes one request per query, on the calling thread, and never repeats it: retries are for its
 * caller, who knows the account's budget. The thread may be a virtual one; no lock is held while it waits, and an
 * interrupt of the thread ends its request. Connections are kept and reused, idle ones for 30 s.
 */
public final class HttpPorts implements AutoCloseable {
    /** The vendors there are, each with its {@link VendorProfile}. */
    private static final List<Vendor> VENDORS = List.of(new MoorVendor(), new CallbotVendor(), new NxlinkVendor());

    private static final PortTable NO_PORTS = new PortTable(Map.of());

    private final Transport transport;
    private final VendorApiFactory factory;
    private final Map<String, Ports> ports = new HashMap<>();

    private HttpPorts(Transport transport, VendorApiFactory factory) {
        this.transport = transport;
        this.factory = factory;
    }

    /** Opens the ports without a listener, as {@link #open(HttpSettings, Collection, HttpListener)} does with one. */
    public static HttpPorts open(HttpSettings settings, Collection<HttpAccount> accounts) {
        return open(settings, accounts, HttpListener.NONE);
    }

    /**
     * Opens the ports; makes no request yet. An account of a vendor that has no port here is accepted, and its queries
     * are refused.
     *
     * @throws IllegalArgumentException if an account is given twice, or its key or secret cannot be signed with
     */
    public static HttpPorts open(HttpSettings settings, Collection<HttpAccount> accounts, HttpListener listener) {
        return open(settings, accounts, listener, ResponseMemory.unbounded());
    }

    /**
     * Opens the ports like {@link #open(HttpSettings, Collection, HttpListener)}.
     *
     * @param memory the memory that answers take while they are read: an answer waits for it, or is refused
     */
    public static HttpPorts open(
            HttpSettings settings, Collection<HttpAccount> accounts, HttpListener listener, AnswerMemory memory) {
        return open(settings, accounts, listener, memory, InstantSource.system(), new SecureRandom());
    }

    static HttpPorts open(
            HttpSettings settings,
            Collection<HttpAccount> accounts,
            HttpListener listener,
            AnswerMemory memory,
            InstantSource time,
            RandomGenerator random) {
        requireDistinct(accounts);
        Transport transport = new Transport(settings);
        HttpPorts opened = new HttpPorts(
                transport,
                new VendorApiFactory(transport, settings, memory, new LoggingListener(listener), time, random));
        for (Vendor vendor : VENDORS) {
            opened.ports.put(vendor.name(), vendor.ports(of(vendor.name(), accounts), opened.factory));
        }
        return opened;
    }

    /**
     * The ports of a vendor, as in {@code 7moor}. For an unknown vendor every port is refused as
     * {@code unsupported-query}; this method itself never fails.
     */
    public Ports ports(String vendor) {
        return ports.getOrDefault(vendor, NO_PORTS);
    }

    /**
     * Whether a vendor answers a query with these parameters, for any account. Makes no request: the query is asked for
     * an account that is not configured, and is refused because of that.
     */
    public boolean answers(String vendor, Query<?, ?> query) {
        for (Vendor candidate : VENDORS) {
            if (candidate.name().equals(vendor)) {
                Ports withoutAccounts = candidate.ports(List.of(), factory);
                return reason(withoutAccounts, new Account(vendor, "nobody"), query) == Reason.UNKNOWN_ACCOUNT;
            }
        }
        return false;
    }

    /**
     * Asks an account's vendor whether it is up and accepts the account's signature, for vendors that document such a
     * request: Callbot. It is a request like any other, made on the calling thread and on no budget.
     *
     * @return whether the vendor documents such a request; {@code false} says nothing about the vendor
     * @throws QueryFailedException if the vendor does not answer, or says no
     */
    public boolean ping(Account account) {
        PingPort ping;
        try {
            ping = ports(account.vendor()).port(PingPort.class);
        } catch (QueryFailedException e) {
            return false;
        }
        ping.ping(account);
        return true;
    }

    /**
     * Ends the requests in flight, whose callers get a {@code vendor-unavailable} failure, and refuses new ones with
     * the same reason. Does not wait; closes idle connections.
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

    private static List<HttpAccount> of(String vendor, Collection<HttpAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.account().vendor().equals(vendor))
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
