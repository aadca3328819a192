package io.callport.sandbox;

import io.callport.sandbox.callback.CallbackBatch;
import io.callport.sandbox.callback.Callbacks;
import io.callport.sandbox.callback.SentCallback;
import io.callport.sandbox.callbot.Callbot;
import io.callport.sandbox.callbot.CallbotCallbacks;
import io.callport.sandbox.fault.ArmedFaults;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.field.InvalidFieldException;
import io.callport.sandbox.http.ArrivalClocks;
import io.callport.sandbox.http.SandboxServer;
import io.callport.sandbox.moor.Moor;
import io.callport.sandbox.moor.MoorEvents;
import io.callport.sandbox.nxlink.Nxlink;
import io.callport.sandbox.nxlink.NxlinkCallbacks;
import io.callport.sandbox.vendor.SandboxAccount;
import io.callport.sandbox.vendor.Vendor;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Stand-in vendors on one HTTP port of 127.0.0.1: 7moor, Callbot and NXLink check what their documents say and answer
 * with their documents' examples. For all that the documents leave open, see
 * {@link io.callport.sandbox.vendor.Assumptions}.
 *
 * <p>The sandbox can be controlled over HTTP, too: {@code GET} and {@code DELETE /_sandbox/requests}; {@code GET},
 * {@code POST} and {@code DELETE /_sandbox/faults}; {@code POST /_sandbox/callbacks}, which makes the vendors push to
 * the receiver of the settings. Thread-safe.
 */
public final class VendorSandbox implements AutoCloseable {
    private final SandboxSettings settings;
    private final ArmedFaults faults = new ArmedFaults();
    private final RequestLog log;
    private final Callbacks callbacks;
    private final SandboxServer server;

    private VendorSandbox(int port, SandboxSettings settings) {
        this.settings = settings;
        this.log = new RequestLog(settings);
        List<SandboxAccount> accounts = settings.accounts();
        List<Vendor> vendors =
                List.of(new Moor(accounts, settings.moorLimit()), new Callbot(accounts), new Nxlink(accounts));
        this.callbacks = new Callbacks(
                settings.callbacks(),
                accounts,
                List.of(new MoorEvents(), new CallbotCallbacks(), new NxlinkCallbacks()),
                settings.clock());
        VendorEndpoints handler = new VendorEndpoints(vendors, faults, log);
        AdminEndpoints admin = new AdminEndpoints(this);
        this.server = SandboxServer.start(
                port,
                new ArrivalClocks(settings.clock(), settings.nanoClock()),
                (method, request) -> AdminEndpoints.isFor(request.path())
                        ? admin.handle(method, request)
                        : handler.handle(method, request));
    }

    /**
     * Starts a sandbox with the documented accounts and limit.
     *
     * @param port the port; 0 for any free port
     * @throws IllegalStateException if the sandbox does not start, as when the port is taken
     */
    public static VendorSandbox start(int port) {
        return start(port, SandboxSettings.DEFAULT);
    }

    /**
     * Starts a sandbox with these settings.
     *
     * @param port the port; 0 for any free port
     * @throws IllegalStateException if the sandbox does not start, as when the port is taken
     */
    public static VendorSandbox start(int port, SandboxSettings settings) {
        return new VendorSandbox(port, settings);
    }

    /** The address of every vendor, as in {@code http://127.0.0.1:18080}, without a path. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The recorded requests, oldest first. A request is recorded before its answer is sent. */
    public List<RecordedRequest> requests() {
        return log.list();
    }

    /** Clears the recorded requests. Cleared requests still count against a limit. */
    public void clearRequests() {
        log.clear();
    }

    /**
     * Arms a fault, behind those already armed: each request takes the first fault that concerns it.
     *
     * @throws InvalidFieldException if the fault is for an account that the sandbox does not have
     */
    public void arm(Fault fault) {
        List<String> ids = settings.accounts().stream().map(SandboxAccount::id).toList();
        if (fault.account() != null && !ids.contains(fault.account())) {
            throw new InvalidFieldException("account", "one of " + ids, "is unknown");
        }
        faults.arm(fault);
    }

    /** The armed faults, with the number of requests that are left for each. */
    public List<Fault> faults() {
        return faults.list();
    }

    /** Disarms all faults. Requests that a fault already holds up stay held. */
    public void clearFaults() {
        faults.clear();
    }

    /**
     * Sends sample callbacks of one kind: signed by the sandbox's own code, with new ids in each.
     *
     * @return what became of each, when all have their answers
     * @throws InvalidFieldException if the vendor has no such account
     * @throws IllegalStateException if too many are being sent already
     */
    public CompletableFuture<List<SentCallback>> sendCallbacks(CallbackBatch batch) {
        return callbacks.send(batch);
    }

    /** Stops the server; every connection ends, including those that a fault holds open. Closing twice does nothing. */
    @Override
    public void close() {
        server.close();
    }
}
