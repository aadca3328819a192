package io.callport.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What was promised with the last release still holds. */
class ReleasedTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void nothingChangedThatV1Promises() {
        SchemaSet released = SchemaSet.read(ROOT.resolve("contract/released/v1"));
        SchemaSet now = SchemaSet.read(ROOT.resolve("docs/schemas/v1"));

        assertThat(released.names())
                .as("contract/released/v1: the schemas of the last release")
                .hasSizeGreaterThan(40);
        assertThat(Comparison.breaks(released, now)).isEmpty();
    }
}
