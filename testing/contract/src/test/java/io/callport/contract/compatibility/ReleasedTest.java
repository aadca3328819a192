package io.callport.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.contract.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of the last release still hold. */
class ReleasedTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path RELEASED = ROOT.resolve("testing/contract/released");

    @Test
    void nothingChangedThatV1Promises() {
        SchemaSet released = SchemaSet.read(RELEASED.resolve("v1"));
        SchemaSet now = SchemaSet.read(ROOT.resolve("docs/schemas/v1"));

        assertThat(released.names())
                .as("testing/contract/released/v1: the schemas of the last release")
                .hasSizeGreaterThan(40);
        assertThat(SchemaComparison.breaks(released, now)).isEmpty();
    }

    @Test
    void noChannelKeyOrMessageChanged() throws IOException {
        String released = Files.readString(RELEASED.resolve("asyncapi.yaml"));
        String now = Files.readString(ROOT.resolve("docs/asyncapi.yaml"));

        assertThat(YamlText.read(released).path("channels")).hasSize(4);
        assertThat(ChannelComparison.breaks(YamlText.read(released), YamlText.read(now)))
                .isEmpty();
    }

    @Test
    void whatWasReleasedIsAsItWasReleased() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            List<String> sums = files.filter(file -> file.toString().matches(".+\\.(json|yaml)"))
                    .map(file -> sha256(file) + "  "
                            + RELEASED.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(Files.readAllLines(RELEASED.resolve("SHA256SUMS")))
                    .as("testing/contract/released: nobody edits it; testing/contract/release replaces it")
                    .containsExactlyInAnyOrderElementsOf(sums);
        }
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
