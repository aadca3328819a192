package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A release reads the version that it writes and the next one, so that two releases can share a group. */
class VersionsTest {
    @ParameterizedTest
    @MethodSource("io.callport.kafka.checkpoint.GoldenCheckpoints#texts")
    void whatAReleaseOnceWroteIsReadForEver(String text) {
        assertThat(CheckpointFixture.read(text)).isEqualTo(GoldenCheckpoints.CHECKPOINT);
    }

    @ParameterizedTest
    @MethodSource("io.callport.kafka.checkpoint.GoldenCheckpoints#textsInSeconds")
    void whatAReleaseOnceWroteInSecondsIsReadForEver(String text) {
        assertThat(CheckpointFixture.read(text).spent()).isEqualTo(GoldenCheckpoints.IN_SECONDS);
    }

    @ParameterizedTest
    @MethodSource("io.callport.kafka.checkpoint.GoldenCheckpoints#coarseTexts")
    void whatAReleaseOnceWroteCoarselyIsReadForEver(String text) {
        Checkpoint read = CheckpointFixture.read(text);

        assertThat(read.done()).isEqualTo(GoldenCheckpoints.CHECKPOINT.done());
        assertThat(read.spent()).isEqualTo(GoldenCheckpoints.COARSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aTextBeginsWithTheMagicAndTheVersion(int version) {
        String text = CheckpointWriter.ofVersion(version, 4_096).write(GoldenCheckpoints.CHECKPOINT);

        assertThat(text).startsWith("callport" + version + ".").matches("[\\x21-\\x7e]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callport3.", "callport3.x", "callport12.{\"any\":\"layout\"}", "callport999999999.\u5916"})
    void aLaterVersionIsNewerWhateverItsLayout(String text) {
        assertThat(CheckpointReader.read(text)).isInstanceOf(CheckpointReadResult.Newer.class);
    }

    @Test
    void aLaterVersionSaysWhich() {
        assertThat(CheckpointReader.read("callport42.whatever")).isEqualTo(new CheckpointReadResult.Newer(42));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callport",
                "callport.",
                "callport3",
                "callport0.AA.00000000",
                "callport01.AA.00000000",
                "callport-3.",
                "callport\u0663.",
                "callport1000000000.",
                "callport 3."
            })
    void aVersionThatIsNoneIsDamage(String text) {
        assertThat(CheckpointReader.read(text)).isInstanceOf(CheckpointReadResult.Damaged.class);
    }

    @Test
    void aVersionBeforeTheFirstIsDamageThoughItsChecksumIsRight() {
        String text = CheckpointText.write(0, new byte[] {1, 0, 0, 0, 0});

        assertThat(CheckpointReader.read(text)).isInstanceOf(CheckpointReadResult.Damaged.class);
        assertThat(CheckpointReader.read(CheckpointText.write(1, new byte[] {1, 0, 0, 0, 0})))
                .isInstanceOf(CheckpointReadResult.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -1})
    void noOtherVersionIsWritten(int version) {
        assertThatThrownBy(() -> CheckpointWriter.ofVersion(version, 4_096))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be 1 or 2");
    }

    @Test
    void aDoneSetIsWrittenOnlyInTheVersionThatItWasEncodedFor() {
        EncodedDoneSet first = CheckpointWriter.ofVersion(1, 4_096).encode(new BitSet());

        assertThatThrownBy(() -> CheckpointWriter.ofVersion(2, 4_096).write(1, first, SpentSlots.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
