package io.callport.kafka.result;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a refusal repeats a command's parameters. A refusal may have any parameters, since nobody has read
 * them as a query; readers in other languages fail on JSON that is nested deeply, and one refused record must not be
 * many times an answer.
 */
final class ParamsEcho {
    /**
     * A tenth of the nesting that the strictest reader in use accepts by default; parameters of queries have three
     * levels.
     */
    private static final int DEEPEST = 64;

    /** The parameters, or the refusal with them, have too many bytes. */
    static final String TOO_LARGE = "too-large";

    private static final int MAX_BYTES = 16 * 1_024;

    private ParamsEcho() {}

    /**
     * Why a refusal leaves parameters out, as the contract says it; {@code null} if the refusal repeats them.
     *
     * @param params one JSON value in UTF-8
     */
    static @Nullable String omission(byte[] params) {
        if (params.length > MAX_BYTES) {
            return TOO_LARGE;
        }
        return depth(params) > DEEPEST ? "too-deep" : null;
    }

    /** The levels of objects and lists; braces in texts do not count. */
    private static int depth(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean text = false;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            if (text) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    text = false;
                }
            } else if (b == '"') {
                text = true;
            } else if (b == '{' || b == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
        return deepest;
    }
}
