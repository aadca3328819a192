package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No end-to-end test gets round the contract: what starts a service looks at all that it published. */
class TrafficIsSeenTest {
    private static final Path HERE = Path.of("src/test/java/io/callport/app/endtoend");
    private static final String START = "(?s).*\\bService\\.start\\(.*";

    @Test
    void whateverStartsAServiceHoldsItsMessagesToTheContract() throws IOException {
        try (Stream<Path> files = Files.list(HERE)) {
            List<Path> starting = files.filter(file -> read(file).matches(START))
                    .filter(file -> !file.endsWith("TrafficIsSeenTest.java"))
                    .toList();
            assertThat(starting)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(read(file))
                            .as("call Traffic.assertOfTheContract when it closes, or use World")
                            .contains("Traffic.assertOfTheContract("));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
