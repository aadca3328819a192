package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A checkpoint that is no longer what was written is never read, and never taken for someone else's. */
class DamageTest {
    private static final int VERSION_AT = "callport".length();
    private static final String OUTSIDE_ASCII = "\u0000\u00e9\u0661\u5916\ud83d\udd11\uffff";

    @ParameterizedTest
    @MethodSource("io.callport.kafka.checkpoint.GoldenCheckpoints#texts")
    void everyChangedCharIsSeen(String text) {
        for (int at = 0; at < text.length(); at++) {
            for (char with = 1; with < 0x80; with++) {
                assertSeen(text, at, with);
            }
            for (int i = 0; i < OUTSIDE_ASCII.length(); i++) {
                assertSeen(text, at, OUTSIDE_ASCII.charAt(i));
            }
        }
    }

    private static void assertSeen(String text, int at, char with) {
        if (text.charAt(at) == with) {
            return;
        }
        CheckpointReadResult reading = CheckpointReader.read(text.substring(0, at) + with + text.substring(at + 1));
        boolean laterVersion = at == VERSION_AT && with >= '3' && with <= '9';
        assertThat(reading)
                .as("char %s changed to %s", at, with)
                .isInstanceOf(laterVersion ? CheckpointReadResult.Newer.class : CheckpointReadResult.Damaged.class);
    }

    @ParameterizedTest
    @MethodSource("io.callport.kafka.checkpoint.GoldenCheckpoints#texts")
    void everyTruncationIsSeen(String text) {
        for (int length = 1; length < text.length(); length++) {
            assertThat(CheckpointReader.read(text.substring(0, length)))
                    .as("cut to %s chars", length)
                    .isInstanceOf(CheckpointReadResult.Damaged.class);
        }
    }

    @Property(tries = 500)
    void everythingAppendedIsSeen(@ForAll @StringLength(min = 1, max = 20) String appended) {
        GoldenCheckpoints.texts()
                .forEach(text -> assertThat(CheckpointReader.read(text + appended))
                        .isInstanceOf(CheckpointReadResult.Damaged.class));
    }

    @ParameterizedTest
    @MethodSource("io.callport.kafka.checkpoint.GoldenCheckpoints#texts")
    void oneTextAfterAnotherIsSeen(String text) {
        assertThat(CheckpointReader.read(text + text)).isInstanceOf(CheckpointReadResult.Damaged.class);
        assertThat(CheckpointReader.read(text + "." + text)).isInstanceOf(CheckpointReadResult.Damaged.class);
    }
}
