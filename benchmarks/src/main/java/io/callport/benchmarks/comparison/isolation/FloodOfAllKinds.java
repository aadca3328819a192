package io.callport.benchmarks.comparison.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.benchmarks.harness.CommandPublisher;
import java.time.Duration;
import java.util.List;

/**
 * All floods at once: a burst of records that are no commands, and beside each quiet command some of every kind that
 * costs the publisher little. No kind is meant to cost the quiet accounts more than its share.
 */
record FloodOfAllKinds(int burst) implements Flood {
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration EXPIRED = Duration.ofMinutes(-1);
    private static final int JUNK = 10;
    private static final int EACH = 5;

    /**
     * The kinds beside junk: refused, expired, of equal hash, large, and one that is equal to all others of its kind.
     */
    private static final int KINDS = 5;

    /** A command whose parameters are not those of its query. */
    private static final byte[] REFUSED =
            "{\"query\":\"call-info.lookup\",\"account\":\"callbot:flooded\",\"params\":{\"customer\":7}}"
                    .getBytes(UTF_8);

    private static final String LARGE = "x".repeat(10_000);

    @Override
    public int records(int quietCommands) {
        return burst + quietCommands * (JUNK + KINDS * EACH);
    }

    @Override
    public void begin(CommandPublisher commands, int first) {
        for (int i = 0; i < burst; i++) {
            commands.publish(first + i, ACCOUNT, ("junk " + i).getBytes(UTF_8));
        }
    }

    @Override
    public void next(CommandPublisher commands, int first, int turn) {
        int number = first + burst + turn * (JUNK + KINDS * EACH);
        for (int i = 0; i < JUNK; i++) {
            commands.publish(number++, ACCOUNT, ("junk " + turn + " " + i).getBytes(UTF_8));
        }
        for (int i = 0; i < EACH; i++) {
            int each = turn * EACH + i;
            commands.publish(number++, ACCOUNT, REFUSED);
            commands.send(number++, ACCOUNT, "expired-" + each, EXPIRED);
            commands.send(number++, ACCOUNT, ofEqualHash(each), DEADLINE);
            commands.send(number++, ACCOUNT, LARGE + each, DEADLINE);
            commands.send(number++, ACCOUNT, "equal", DEADLINE);
        }
    }

    /** A text of 16 chars: the texts of all numbers have an equal {@code hashCode}. */
    private static String ofEqualHash(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            text.append(List.of("Aa", "BB").get(number >> bit & 1));
        }
        return text.toString();
    }
}
