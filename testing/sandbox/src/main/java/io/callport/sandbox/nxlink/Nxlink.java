package io.callport.sandbox.nxlink;

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
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NXCloud's NXLink call centre (云呼叫中心). Its checks and codes follow NXCloud's wiki (API interface invocation
 * convention), its answers come from {@link NxlinkEndpoints}.
 */
public final class Nxlink implements Vendor {
    private static final String NAME = "nxlink";
    private static final Map<String, String> ALGORITHMS = Map.of("", "MD5", "md5", "MD5", "sha256", "SHA-256");
    private static final Map<Integer, String> MESSAGES = Map.of(
            1001, "Missing public parameter",
            1002, "Parameter error",
            1003, "Signature invalid",
            1004, "Timestamp expired",
            1005, "No permission");

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
    private static final int TOLERANCE_MILLIS = 60_000;

    /** The only code for a wrong parameter in the wiki, from the example of cdr/page. */
    private static final int BAD_PARAMETER = 41_000;

    private final VendorAccounts accounts;

    /** Makes the stand-in with the NXLink accounts of the list. */
    public Nxlink(List<SandboxAccount> all) {
        this.accounts = new VendorAccounts(NAME, all);
    }

    @Override
    public boolean serves(String path) {
        return NxlinkEndpoints.ALL.containsKey(path);
    }

    @Override
    public CheckedRequest check(ReceivedRequest request) {
        String accessKey = request.header("accesskey");
        String algorithm = ALGORITHMS.get(request.header("algorithm"));
        String ts = request.header("ts");
        if (request.lacks("accesskey", "action", "biztype", "ts", "sign")) {
            return refuse(accessKey, Verdict.BAD_HEADER, 1001);
        }
        if (algorithm == null || !MILLIS.matcher(ts).matches()) {
            return refuse(accessKey, Verdict.BAD_HEADER, 1002);
        }
        String secret = accounts.secret(accessKey);
        if (secret == null) {
            return refuse(accessKey, Verdict.UNKNOWN_ACCOUNT, 1005);
        }
        if (Math.abs(Long.parseLong(ts) - request.at().toEpochMilli()) > TOLERANCE_MILLIS) {
            return refuse(accessKey, Verdict.STALE_TIMESTAMP, 1004);
        }
        String sign = NxlinkHeaders.of(request).sign(algorithm, secret, request.body());
        return Digests.same(sign, request.header("sign"))
                ? bodyJudged(request, accessKey)
                : refuse(accessKey, Verdict.BAD_SIGNATURE, 1003);
    }

    private static CheckedRequest bodyJudged(ReceivedRequest request, String accessKey) {
        ObjectNode body = AnswerJson.object(request.body());
        if (body == null) {
            return refuse(accessKey, Verdict.BAD_BODY, 1002);
        }
        ParameterError error = endpoint(request).error(body);
        return error == null
                ? CheckedRequest.accepted(NAME + ":" + accessKey)
                : refuse(accessKey, Verdict.BAD_PARAMETER, BAD_PARAMETER, error.toString());
    }

    private static Endpoint endpoint(ReceivedRequest request) {
        return Objects.requireNonNull(NxlinkEndpoints.ALL.get(request.path()));
    }

    private static CheckedRequest refuse(String accessKey, String verdict, int code) {
        return refuse(accessKey, verdict, code, MESSAGES.getOrDefault(code, ""));
    }

    private static CheckedRequest refuse(String accessKey, String verdict, int code, String message) {
        byte[] body = AnswerJson.bytes(failure(code, message));
        return new CheckedRequest(CheckedRequest.named(NAME, accessKey), verdict, Reply.json(200, body));
    }

    private static ObjectNode failure(int code, String message) {
        ObjectNode answer = AnswerJson.object()
                .put("reqId", AnswerJson.id())
                .put("code", code)
                .put("msg", message);
        answer.putObject("data");
        return answer;
    }

    @Override
    public Reply answer(ReceivedRequest request, @Nullable Fault fault) {
        return Reply.json(200, AnswerJson.bytes(body(request, fault), fault));
    }

    private static ObjectNode body(ReceivedRequest request, @Nullable Fault fault) {
        if (fault != null && fault.kind() == FaultKind.CODE) {
            int code = fault.code();
            return failure(code, fault.text("message", MESSAGES.getOrDefault(code, "code " + code)));
        }
        ObjectNode body =
                Objects.requireNonNull(AnswerJson.object(request.body()), "only an accepted request is answered");
        return endpoint(request).answer().apply(body).put("reqId", AnswerJson.id());
    }
}
