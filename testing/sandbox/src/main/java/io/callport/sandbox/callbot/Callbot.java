package io.callport.sandbox.callbot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.endpoint.Endpoint;
import io.callport.sandbox.endpoint.ParameterError;
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
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NXCloud (牛信云) Callbot. Its checks, codes and response headers follow NXCloud's wiki (Callbot API authorization); the
 * wiki documents no answer of {@code /callcentre/v2/callinfo}, so that answer is invented and says so.
 */
public final class Callbot implements Vendor {
    private static final String NAME = "callbot";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final int TOLERANCE_SECONDS = 300;

    private final VendorAccounts accounts;

    /** Makes the stand-in with the Callbot accounts of the list. */
    public Callbot(List<SandboxAccount> all) {
        this.accounts = new VendorAccounts(NAME, all);
    }

    @Override
    public boolean serves(String path) {
        return CallbotEndpoints.ALL.containsKey(path);
    }

    @Override
    public CheckedRequest check(ReceivedRequest request) {
        String uuid = request.header("uuid");
        String account = CheckedRequest.named(NAME, uuid);
        if (request.lacks("sign")) {
            return refuse(request, account, Verdict.BAD_HEADER, CallbotCodes.MISSING_SIGNATURE);
        }
        if (request.lacks("uuid", "requestid", "createts")) {
            return refuse(request, account, Verdict.BAD_HEADER, CallbotCodes.MISSING_PARAMETERS);
        }
        String secret = accounts.secret(uuid);
        if (secret == null) {
            return refuse(request, account, Verdict.UNKNOWN_ACCOUNT, CallbotCodes.NO_ACCOUNT);
        }
        if (!CallbotReply.knowsAlgorithm(request)) {
            return refuse(request, account, Verdict.BAD_HEADER, CallbotCodes.INVALID_VALUE);
        }
        if (!isRecent(request)) {
            return refuse(request, account, Verdict.STALE_TIMESTAMP, CallbotCodes.BAD_SIGNATURE);
        }
        if (!Digests.same(CallbotReply.sign(request, secret), request.header("sign"))) {
            return refuse(request, account, Verdict.BAD_SIGNATURE, CallbotCodes.BAD_SIGNATURE);
        }
        ObjectNode body = AnswerJson.object(request.body());
        if (body == null) {
            return refuse(request, account, Verdict.BAD_BODY, CallbotCodes.BAD_FORMAT);
        }
        ParameterError error = endpoint(request).error(body);
        return error == null
                ? CheckedRequest.accepted(NAME + ":" + uuid)
                : refuse(request, account, Verdict.BAD_PARAMETER, CallbotCodes.of(error));
    }

    private static Endpoint endpoint(ReceivedRequest request) {
        return Objects.requireNonNull(CallbotEndpoints.ALL.get(request.path()));
    }

    private static boolean isRecent(ReceivedRequest request) {
        String createTs = request.header("createts");
        return SECONDS.matcher(createTs).matches()
                && Math.abs(Long.parseLong(createTs) - request.at().getEpochSecond()) <= TOLERANCE_SECONDS;
    }

    private CheckedRequest refuse(ReceivedRequest request, @Nullable String account, String verdict, int code) {
        byte[] body = AnswerJson.bytes(failure(request, code, CallbotCodes.message(code)));
        return new CheckedRequest(account, verdict, signed(request, body, null));
    }

    @Override
    public Reply answer(ReceivedRequest request, @Nullable Fault fault) {
        Reply reply = signed(request, AnswerJson.bytes(unsigned(request, fault), fault), fault);
        boolean packed = CallbotEndpoints.PACKED.contains(request.path())
                && request.header("accept-encoding").contains("gzip");
        return packed ? Gzip.packed(reply) : reply;
    }

    private static ObjectNode unsigned(ReceivedRequest request, @Nullable Fault fault) {
        if (fault != null && fault.kind() == FaultKind.CODE) {
            int code = fault.code();
            return failure(request, code, fault.text("message", CallbotCodes.message(code)));
        }
        ObjectNode body = AnswerJson.object(request.body());
        if (body == null) {
            throw new IllegalStateException("only an accepted request is answered");
        }
        ObjectNode answer = endpoint(request).answer().apply(body);
        answer.setAll(envelope(0, CallbotCodes.message(0)));
        boolean likePing = request.path().equals(CallbotEndpoints.PING) || AnswerJson.isEnvelope("ping", fault);
        return likePing ? pingLike(answer, request) : answer;
    }

    /** Makes a failure in the envelope of the endpoint. */
    private static ObjectNode failure(ReceivedRequest request, int code, String message) {
        ObjectNode answer = envelope(code, message);
        return request.path().equals(CallbotEndpoints.PING) ? pingLike(answer.put("data", ""), request) : answer;
    }

    private static ObjectNode envelope(int code, String message) {
        return AnswerJson.object().put("retCode", code).put("retMsg", message).put("responseID", AnswerJson.id());
    }

    /** Rewrites an answer in the API's other envelope, which {@code /callcentre/api/v3/ping} uses. */
    private static ObjectNode pingLike(ObjectNode answer, ReceivedRequest request) {
        ObjectNode other = AnswerJson.object();
        other.set("data", answer.path("data"));
        return other.put("timestamp", request.at().getEpochSecond())
                .put("code", answer.path("retCode").intValue())
                .put("msg", answer.path("retMsg").textValue())
                .put("reqId", answer.path("responseID").textValue());
    }

    private Reply signed(ReceivedRequest request, byte[] body, @Nullable Fault fault) {
        Reply reply = Reply.json(200, body);
        String secret = accounts.secret(request.header("uuid"));
        if (secret == null || !CallbotReply.knowsAlgorithm(request)) {
            return reply;
        }
        boolean wrongly = AnswerJson.is(FaultKind.WRONG_SIGNATURE, fault);
        return reply.with(CallbotReply.headers(request, body, secret, wrongly));
    }
}
