package io.callport.sandbox.moor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.endpoint.Endpoint;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.sandbox.vendor.AnswerJson;
import io.callport.sandbox.vendor.CheckedRequest;
import io.callport.sandbox.vendor.Digests;
import io.callport.sandbox.vendor.ReceivedRequest;
import io.callport.sandbox.vendor.Reply;
import io.callport.sandbox.vendor.SandboxAccount;
import io.callport.sandbox.vendor.Vendor;
import io.callport.sandbox.vendor.VendorAccounts;
import io.callport.sandbox.vendor.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 7moor (容联七陌) V7. Its checks follow developer.7moor.com/v7/authorization, its answers are the examples of the pages
 * below developer.7moor.com/v7; its answers to refused requests are assumed
 * ({@link io.callport.sandbox.vendor.Assumptions}).
 */
public final class Moor implements Vendor {
    private static final String NAME = "7moor";
    private static final Pattern NONCE = Pattern.compile("[0-9]{6}");
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{10}");
    private static final int TOLERANCE_SECONDS = 300;

    private final VendorAccounts accounts;
    private final MoorCounters counters;
    private final MoorLimit limit;

    /** Makes the stand-in with the 7moor accounts of the list, each with this limit. */
    public Moor(List<SandboxAccount> all, MoorLimit limit) {
        this.accounts = new VendorAccounts(NAME, all);
        this.counters = new MoorCounters(limit);
        this.limit = limit;
    }

    @Override
    public boolean serves(String path) {
        return MoorEndpoints.ALL.containsKey(path);
    }

    @Override
    public CheckedRequest check(ReceivedRequest request) {
        String appkey = request.header("m7-appkey");
        String verdict = verdict(request, appkey);
        String account = NAME + ":" + appkey;
        return verdict.equals(Verdict.ACCEPTED)
                ? CheckedRequest.accepted(account)
                : new CheckedRequest(CheckedRequest.named(NAME, appkey), verdict, refusal(verdict));
    }

    private String verdict(ReceivedRequest request, String appkey) {
        String nonce = request.header("m7-nonce");
        String sign = request.header("m7-sign");
        String timestamp = request.header("m7-timestamp");
        if (request.lacks("m7-appkey", "m7-timestamp", "m7-sign")
                || !NONCE.matcher(nonce).matches()) {
            return Verdict.BAD_HEADER;
        }
        String secret = accounts.secret(appkey);
        if (secret == null) {
            return Verdict.UNKNOWN_ACCOUNT;
        }
        if (!isRecent(timestamp, request)) {
            return Verdict.STALE_TIMESTAMP;
        }
        if (!Digests.same(MoorSignature.of(secret, appkey, timestamp, nonce), sign)) {
            return Verdict.BAD_SIGNATURE;
        }
        String counted = counters.count(appkey, sign + nonce, request.nanos());
        return counted.equals(Verdict.ACCEPTED) ? bodyVerdict(request) : counted;
    }

    /** Checks the body. An empty body counts as an empty object, as in the pages' examples. */
    private static String bodyVerdict(ReceivedRequest request) {
        ObjectNode body = body(request);
        if (body == null) {
            return Verdict.BAD_BODY;
        }
        return endpoint(request).error(body) == null ? Verdict.ACCEPTED : Verdict.BAD_PARAMETER;
    }

    private static @Nullable ObjectNode body(ReceivedRequest request) {
        return request.body().length == 0 ? AnswerJson.object() : AnswerJson.object(request.body());
    }

    private static Endpoint endpoint(ReceivedRequest request) {
        return Objects.requireNonNull(MoorEndpoints.ALL.get(request.path()));
    }

    private static boolean isRecent(String timestamp, ReceivedRequest request) {
        return TIMESTAMP.matcher(timestamp).matches()
                && Math.abs(Long.parseLong(timestamp) - request.at().getEpochSecond()) <= TOLERANCE_SECONDS;
    }

    private Reply refusal(String verdict) {
        if (verdict.equals(Verdict.BAD_BODY) || verdict.equals(Verdict.BAD_PARAMETER)) {
            return Reply.json(200, AnswerJson.bytes(failure("400", "assumed by the sandbox: " + verdict)));
        }
        boolean overLimit = verdict.equals(Verdict.OVER_LIMIT);
        String code = overLimit ? "429" : "401";
        byte[] body = AnswerJson.bytes(failure(code, "assumed by the sandbox: " + verdict));
        Reply reply = Reply.json(overLimit ? limit.status() : 401, body);
        String retryAfter = limit.retryAfter();
        return overLimit && retryAfter != null ? reply.with(Map.of("Retry-After", retryAfter)) : reply;
    }

    private static ObjectNode failure(String code, String message) {
        return AnswerJson.object().put("success", false).put("code", code).put("message", message);
    }

    @Override
    public Reply answer(ReceivedRequest request, @Nullable Fault fault) {
        if (fault != null && fault.kind() == FaultKind.CODE) {
            String message = fault.text("message", "requestFailed");
            return Reply.json(200, AnswerJson.bytes(failure(fault.text("code", ""), message)));
        }
        ObjectNode body = body(request);
        ObjectNode answer = endpoint(request).answer().apply(body == null ? AnswerJson.object() : body);
        if (AnswerJson.isEnvelope("no-request-info", fault)) {
            answer.remove("requestInfo");
        } else {
            MoorRequestInfo.echo(request, answer);
        }
        return Reply.json(200, AnswerJson.bytes(answer, fault));
    }
}
