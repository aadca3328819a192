package io.callport.benchmarks.comparison.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.MoorMessage;
import io.callport.signing.MoorSignature;
import io.callport.signing.NxlinkMessage;
import io.callport.signing.NxlinkSignature;
import io.callport.signing.SignedMessage;
import io.callport.signing.SigningSecret;
import io.callport.signing.SigningStep;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The cases of every scheme, algorithm and size. 7moor signs no body, so its scheme has only one size. */
final class SigningCases {
    private static final String SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";
    private static final SigningSecret KEY = SigningSecret.of(SECRET);

    private SigningCases() {}

    static List<SigningCase> all() {
        List<SigningCase> all = new ArrayList<>();
        all.add(moor());
        for (Algorithm algorithm : Algorithm.values()) {
            for (int size : new int[] {60, 2 * 1024, 64 * 1024}) {
                all.add(callbot(algorithm, body(size)));
                all.add(nxlink(algorithm, body(size)));
            }
        }
        return all;
    }

    private static SigningCase moor() {
        MoorMessage message = new MoorMessage("2000103", "1700000000", "123221");
        byte[] bytes = "20001031700000000123221".getBytes(UTF_8);
        byte[] key = SECRET.getBytes(UTF_8);
        return work("7moor", () -> MoorSignature.sign(message, KEY), () -> BareDigest.hmacBase64(key, bytes));
    }

    private static SigningCase callbot(Algorithm algorithm, byte[] body) {
        CallbotMessage message =
                new CallbotMessage("Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR", "1700000000", "f3a1c2d4e5", algorithm, body);
        byte[] bytes = joined(
                SECRET + "&body=",
                body,
                "&createTs=1700000000&requestID=f3a1c2d4e5&uuid=Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");
        String digest = digestName(algorithm);
        String name = "Callbot " + algorithm + " " + body.length;
        return work(name, () -> CallbotSignature.sign(message, KEY), () -> BareDigest.upperCaseHex(digest, bytes));
    }

    private static SigningCase nxlink(Algorithm algorithm, byte[] body) {
        NxlinkMessage message = new NxlinkMessage("fme2na3kdi3ki", "1655710885431", "8", "cc", algorithm, body);
        byte[] bytes = joined(
                "accessKey=fme2na3kdi3ki&action=cc&bizType=8&ts=1655710885431&body=", body, "&accessSecret=" + SECRET);
        String digest = digestName(algorithm);
        String name = "NXLink " + algorithm + " " + body.length;
        return work(name, () -> NxlinkSignature.sign(message, KEY), () -> BareDigest.lowerCaseHex(digest, bytes));
    }

    /** Checks that both results agree, since otherwise they did different work. */
    private static SigningCase work(String name, Supplier<SignedMessage> signed, Supplier<String> bare) {
        SignedMessage once = signed.get();
        if (!once.sign().equals(bare.get())) {
            throw new IllegalStateException(name + ": the bare digest differs: "
                    + once.steps().stream().map(SigningStep::name).toList());
        }
        return new SigningCase(name, signed, bare);
    }

    private static String digestName(Algorithm algorithm) {
        return algorithm == Algorithm.MD5 ? "MD5" : "SHA-256";
    }

    private static byte[] body(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    private static byte[] joined(String before, byte[] body, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(UTF_8));
        all.writeBytes(body);
        all.writeBytes(after.getBytes(UTF_8));
        return all.toByteArray();
    }
}
