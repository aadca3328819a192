package io.callport.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** The keys and messages of the vendors' public documents. */
final class SampleMessages {
    static final String MOOR_KEY = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";
    static final String CALLBOT_KEY = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";
    static final String NXLINK_KEY = "abciiiko2k3";

    static final SigningSecret MOOR_SECRET = SigningSecret.of(MOOR_KEY);
    static final SigningSecret CALLBOT_SECRET = SigningSecret.of(CALLBOT_KEY);
    static final SigningSecret NXLINK_SECRET = SigningSecret.of(NXLINK_KEY);

    static final MoorMessage MOOR = new MoorMessage("2000103", "1608119594", "123221");

    private static final String UUID = "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR";
    private static final String REQUEST_ID = "00000000000000000000000000000001";

    private SampleMessages() {}

    static CallbotMessage callbot(Algorithm algorithm, String body) {
        return callbot(algorithm, body.getBytes(UTF_8));
    }

    static CallbotMessage callbot(Algorithm algorithm, byte[] body) {
        return new CallbotMessage(UUID, "1700000000", REQUEST_ID, algorithm, body);
    }

    static NxlinkMessage nxlink(Algorithm algorithm, String body) {
        return nxlink(algorithm, body.getBytes(UTF_8));
    }

    static NxlinkMessage nxlink(Algorithm algorithm, byte[] body) {
        return new NxlinkMessage("fme2na3kdi3ki", "1655710885431", "8", "cc", algorithm, body);
    }

    static String step(SignedMessage signed, String name) {
        List<String> values = signed.steps().stream()
                .filter(step -> step.name().equals(name))
                .map(SigningStep::value)
                .toList();
        if (values.size() != 1) {
            throw new AssertionError(name + " is not exactly one of " + signed.steps());
        }
        return values.get(0);
    }
}
