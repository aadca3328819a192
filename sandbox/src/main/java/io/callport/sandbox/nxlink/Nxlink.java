package io.callport.sandbox.nxlink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.sandbox.vendor.Accounts;
import io.callport.sandbox.vendor.Answers;
import io.callport.sandbox.vendor.Digests;
import io.callport.sandbox.vendor.Judgement;
import io.callport.sandbox.vendor.Received;
import io.callport.sandbox.vendor.Reply;
import io.callport.sandbox.vendor.SandboxAccount;
import io.callport.sandbox.vendor.Vendor;
import io.callport.sandbox.vendor.Verdict;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NXCloud's NXLink call centre (云呼叫中心). Its checks and codes follow NXCloud's wiki (API interface invocation
 * convention); every endpoint below {@code /saas/cc/openapi/} answers, those in the table with the wiki's example.
 */
public final class Nxlink implements Vendor {
    private static final String NAME = "nxlink";
    private static final String ROOT = "/saas/cc/openapi/";
    private static final Map<String, String> ENDPOINTS = Map.of(
            "did/myUsefulNumber", "did_myUsefulNumber.json",
            "agentGroup/member/list", "agentGroup_member_list.json",
            "cdr/page", "cdr_page.json");

    private static final Map<String, String> ALGORITHMS = Map.of("", "MD5", "md5", "MD5", "sha256", "SHA-256");
    private static final Map<Integer, String> MESSAGES = Map.of(
            1001, "Missing public parameter",
            1002, "Parameter error",
            1003, "Signature invalid",
            1004, "Timestamp expired",
            1005, "No permission");

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
    private static final int TOLERANCE_MILLIS = 60_000;

    private final Accounts accounts;

    /** The stand-in with those accounts of the list that are NXLink's. */
    public Nxlink(List<SandboxAccount> all) {
        this.accounts = new Accounts(NAME, all);
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(ROOT) && path.length() > ROOT.length();
    }

    @Override
    public Judgement judge(Received request) {
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
                ? Judgement.accepted(NAME + ":" + accessKey)
                : refuse(accessKey, Verdict.BAD_SIGNATURE, 1003);
    }

    private static Judgement refuse(String accessKey, String verdict, int code) {
        byte[] body = Answers.bytes(failure(code, MESSAGES.getOrDefault(code, "")));
        return new Judgement(Judgement.named(NAME, accessKey), verdict, Reply.json(200, body));
    }

    private static ObjectNode failure(int code, String message) {
        ObjectNode answer =
                Answers.object().put("reqId", Answers.id()).put("code", code).put("msg", message);
        answer.putObject("data");
        return answer;
    }

    @Override
    public Reply answer(Received request, @Nullable Fault fault) {
        return Reply.json(200, Answers.bytes(body(request, fault), fault));
    }

    private static ObjectNode body(Received request, @Nullable Fault fault) {
        if (fault != null && fault.kind() == FaultKind.CODE) {
            int code = fault.code();
            return failure(code, fault.text("message", MESSAGES.getOrDefault(code, "code " + code)));
        }
        String file = ENDPOINTS.get(request.path().substring(ROOT.length()));
        return file == null
                ? failure(0, "Success")
                : Answers.documented(Nxlink.class, file).put("reqId", Answers.id());
    }
}
