package io.callport.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.sandbox.fault.ArmedFaults;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.http.ReplyWithFault;
import io.callport.sandbox.http.RequestHandler;
import io.callport.sandbox.vendor.CheckedRequest;
import io.callport.sandbox.vendor.ReceivedRequest;
import io.callport.sandbox.vendor.Reply;
import io.callport.sandbox.vendor.Vendor;
import io.callport.sandbox.vendor.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Handles the vendors' requests: checks, records, and answers or refuses each. */
final class VendorEndpoints implements RequestHandler {
    private final List<Vendor> vendors;
    private final ArmedFaults faults;
    private final RequestLog log;

    VendorEndpoints(List<Vendor> vendors, ArmedFaults faults, RequestLog log) {
        this.vendors = vendors;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public CompletableFuture<ReplyWithFault> handle(String method, ReceivedRequest request) {
        return CompletableFuture.completedFuture(reply(method, request));
    }

    private ReplyWithFault reply(String method, ReceivedRequest request) {
        Vendor vendor = vendor(request.path());
        if (vendor == null || !method.equals("POST")) {
            Reply reply = noEndpoint(vendor == null ? 404 : 405);
            log.add(method, request, new CheckedRequest(null, Verdict.NO_ENDPOINT, reply), Verdict.NO_ENDPOINT);
            return new ReplyWithFault(reply, null);
        }
        CheckedRequest checked = vendor.check(request);
        Reply refusal = checked.refusal();
        if (refusal != null) {
            log.add(method, request, checked, checked.verdict());
            return new ReplyWithFault(refusal, null);
        }
        Fault fault = faults.take(String.valueOf(checked.account()), request.path());
        String verdict =
                fault == null ? checked.verdict() : "fault:" + fault.kind().label();
        log.add(method, request, checked, verdict);
        return new ReplyWithFault(ReplyFaults.replaced(vendor.answer(request, fault), fault), fault);
    }

    private @Nullable Vendor vendor(String path) {
        return vendors.stream()
                .filter(vendor -> vendor.serves(path))
                .findFirst()
                .orElse(null);
    }

    private static Reply noEndpoint(int status) {
        String text = "{\"error\":\"the sandbox has no such endpoint; vendors' queries are POST\"}";
        return Reply.of(status, "application/json", text.getBytes(UTF_8));
    }
}
