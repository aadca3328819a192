package io.callport.system.crash.evidence;

import io.callport.account.Account;
import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.moor.MoorLimit;
import io.callport.sandbox.vendor.SandboxAccount;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The stand-in vendor, which is never killed. The vendor has a port for each instance, so that its log shows the
 * instance of each request. Requests over the budget are not refused; a check finds such requests in the log.
 * Thread-safe.
 */
public final class StandInVendor implements AutoCloseable {
    private static final MoorLimit NO_LIMIT = MoorLimit.of(1_000_000, Duration.ofMillis(1));
    private static final int EVERY_REQUEST = Integer.MAX_VALUE;

    private final List<VendorSandbox> ports = new ArrayList<>();

    private StandInVendor() {}

    /** Starts the vendor with a port for each instance. */
    public static StandInVendor start(int instances, Map<Account, String> secrets) {
        List<SandboxAccount> accounts = secrets.entrySet().stream()
                .map(it -> new SandboxAccount(it.getKey().vendor(), it.getKey().key(), it.getValue()))
                .toList();
        SandboxSettings settings =
                SandboxSettings.DEFAULT.accounts(accounts).moorLimit(NO_LIMIT).recordedRequests(EVERY_REQUEST);
        StandInVendor vendor = new StandInVendor();
        for (int i = 0; i < instances; i++) {
            vendor.ports.add(VendorSandbox.start(0, settings));
        }
        return vendor;
    }

    /** The vendor's address for that instance. */
    public URI url(int instance) {
        return ports.get(instance).url();
    }

    /** Arms a fault for every instance. */
    public void arm(Fault fault) {
        ports.forEach(port -> port.arm(fault));
    }

    /** Disarms the faults of all instances. */
    public void clearFaults() {
        ports.forEach(VendorSandbox::clearFaults);
    }

    /** The whole log, in order. */
    public List<VendorRequest> log() {
        List<VendorRequest> log = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            for (RecordedRequest seen : ports.get(i).requests()) {
                log.add(new VendorRequest(String.valueOf(seen.account()), seen.arrivedAt(), i, seen.verdict()));
            }
        }
        log.sort(Comparator.comparing(VendorRequest::at));
        return log;
    }

    @Override
    public void close() {
        ports.forEach(VendorSandbox::close);
    }
}
