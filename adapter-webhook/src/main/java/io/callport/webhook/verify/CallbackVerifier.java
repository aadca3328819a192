package io.callport.webhook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.NxlinkMessage;
import io.callport.signing.NxlinkSignature;
import io.callport.signing.SharedSecret;
import io.callport.signing.SigningSecret;
import io.callport.webhook.route.Route;
import io.callport.webhook.route.RoutedPath;
import io.callport.webhook.settings.WebhookAccount;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Verifies callbacks: what their heads can show before a body is read, and their signatures over its raw bytes. An
 * account that is not configured, and a token or path secret that is not, are compared with a secret that nobody knows,
 * so that they take the same steps as a wrong one, and never pass. Thread-safe.
 */
public final class CallbackVerifier {
    /** The business type and the action of NXLink's callbacks; requests of ours are signed alike, with others. */
    private static final String NXLINK_BIZ_TYPE = "8";

    private static final String NXLINK_ACTION = "callback";

    private final Map<String, KnownAccount> callbot = new HashMap<>();
    private final Map<String, KnownAccount> nxlink = new HashMap<>();
    private final Map<String, KnownAccount> moor = new HashMap<>();
    private final SigningSecret nobodysSigning = SigningSecret.of(random());
    private final SharedSecret nobodysShared = SharedSecret.of(random());
    private final VerificationSteps steps;

    /** @throws IllegalArgumentException if two accounts of 7moor have the same account id */
    public CallbackVerifier(Collection<WebhookAccount> accounts, VerificationSteps steps) {
        this.steps = steps;
        for (WebhookAccount account : accounts) {
            KnownAccount known = KnownAccount.of(account);
            switch (account.account().vendor()) {
                case "callbot" -> callbot.put(account.account().key(), known);
                case "nxlink" -> nxlink.put(account.account().key(), known);
                case "7moor" -> addMoor(known);
                default -> {
                    // other vendors push nothing
                }
            }
        }
    }

    private void addMoor(KnownAccount known) {
        KnownAccount before = moor.put(known.account().accountId(), known);
        if (before != null) {
            throw new IllegalArgumentException("account-id: " + known.account().account() + " and "
                    + before.account().account() + " have the same; give each its own, as its vendor's bodies say");
        }
    }

    /**
     * Reads the claim of a request, before its body is read.
     *
     * @param headers by names in lower case
     */
    public Claim claim(RoutedPath path, Map<String, List<String>> headers) {
        SingleHeaders single = new SingleHeaders(headers);
        return switch (path.route()) {
            case CALLBOT_CALL, CALLBOT_ORDER, CALLBOT_TASK -> callbot(path.route(), single);
            case NXLINK_SIGNED -> nxlink(path.route(), single);
            case NXLINK_TOKEN -> token(path, single);
            case MOOR -> pathSecret(path);
        };
    }

    private Claim callbot(Route route, SingleHeaders headers) {
        String uuid = headers.get("uuid");
        String createTs = headers.get("createts");
        String requestId = headers.get("requestid");
        String sign = headers.get("sign");
        KnownAccount account = uuid == null ? null : callbot.get(uuid);
        if (uuid == null || createTs == null || requestId == null || sign == null) {
            return Claim.refused(route, account);
        }
        Algorithm algorithm = account == null ? Algorithm.MD5 : account.algorithm();
        SigningSecret secret = account == null ? nobodysSigning : account.signing();
        Predicate<byte[]> proof = body -> {
            count(body, sign);
            boolean right = CallbotSignature.verify(
                    new CallbotMessage(uuid, createTs, requestId, algorithm, body), sign, secret);
            return right && account != null; // after the comparison, not instead of it
        };
        if (!hasForm(() -> new CallbotMessage(uuid, createTs, requestId, algorithm, new byte[0]))) {
            return Claim.refused(route, account);
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(createTs));
        String time = route == Route.CALLBOT_TASK ? createTs : "";
        return new Claim(route, account, false, signedAt, requestId, time, proof);
    }

    private Claim nxlink(Route route, SingleHeaders headers) {
        String accessKey = headers.get("accesskey");
        String ts = headers.get("ts");
        String sign = headers.get("sign");
        Algorithm algorithm = algorithm(headers);
        KnownAccount account = accessKey == null ? null : nxlink.get(accessKey);
        if (accessKey == null
                || ts == null
                || sign == null
                || algorithm == null
                || !NXLINK_BIZ_TYPE.equals(headers.get("biztype"))
                || !NXLINK_ACTION.equals(headers.get("action"))
                || !hasForm(() -> nxlinkMessage(accessKey, ts, algorithm, new byte[0]))) {
            return Claim.refused(route, account);
        }
        SigningSecret secret = account == null ? nobodysSigning : account.signing();
        Predicate<byte[]> proof = body -> {
            count(body, sign);
            boolean right = NxlinkSignature.verify(nxlinkMessage(accessKey, ts, algorithm, body), sign, secret);
            return right && account != null; // after the comparison, not instead of it
        };
        return new Claim(route, account, false, Instant.ofEpochMilli(Long.parseLong(ts)), null, "", proof);
    }

    private static NxlinkMessage nxlinkMessage(String accessKey, String ts, Algorithm algorithm, byte[] body) {
        return new NxlinkMessage(accessKey, ts, NXLINK_BIZ_TYPE, NXLINK_ACTION, algorithm, body);
    }

    /** The algorithm that NXLink names, MD5 if it names none; {@code null} for any other text. */
    private static @Nullable Algorithm algorithm(SingleHeaders headers) {
        if (!headers.has("algorithm")) {
            return Algorithm.MD5;
        }
        String name = headers.get("algorithm");
        if (name == null) {
            return null;
        }
        try {
            return Algorithm.parse(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Claim token(RoutedPath path, SingleHeaders headers) {
        KnownAccount account = nxlink.get(path.account());
        String token = headers.get("token");
        if (token == null) {
            return Claim.refused(path.route(), account);
        }
        return shared(path.route(), account, account == null ? null : account.token(), token.getBytes(UTF_8));
    }

    private Claim pathSecret(RoutedPath path) {
        KnownAccount account = moor.get(path.account());
        return shared(path.route(), account, account == null ? null : account.pathSecret(), path.secret());
    }

    private Claim shared(Route route, @Nullable KnownAccount account, @Nullable SharedSecret secret, byte[] given) {
        steps.digested(given.length);
        steps.compared(given.length);
        boolean right = (secret == null ? nobodysShared : secret).matches(given);
        return right && secret != null && account != null
                ? Claim.proven(route, account)
                : Claim.refused(route, account);
    }

    private void count(byte[] body, String sign) {
        steps.digested(body.length);
        steps.compared(sign.length());
    }

    private static boolean hasForm(Runnable construction) {
        try {
            construction.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
