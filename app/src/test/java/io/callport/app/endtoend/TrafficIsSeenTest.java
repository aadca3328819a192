package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No test of the service avoids the contract: each fixture that starts a service checks all its published messages. */
class TrafficIsSeenTest {
    private static final Path TESTS = Path.of("src/test/java/io/callport");

    /** The ways in which a test starts the service. A port that is taken starts nothing. */
    private static final Pattern START = Pattern.compile(
            "\\b(Traced)?Service(\\.|::)start\\b|\\brun\\((\\w+\\.PASSWORD, )?\"run\"|\\bRunProcess\\.start\\(|\\bapp\\.Main\"");

    private static final Pattern HOLDS = Pattern.compile(
            "\\bTrafficCheck\\.assertOfTheContract\\(|\\bServiceFixture\\.on\\(|\\bnew SecuredFixture\\(");

    @Test
    void whateverStartsAServiceHoldsItsMessagesToTheContract() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<Path> starting = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("TrafficIsSeenTest.java") && !file.endsWith("RunProcess.java"))
                    .filter(file -> starts(read(file)))
                    .toList();
            assertThat(starting)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(file -> assertThat(HOLDS.matcher(read(file)).find())
                            .as(file + ": call TrafficCheck.assertOfTheContract when it closes, or use ServiceFixture")
                            .isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service = Service.start(configuration);",
                "ServiceFixture.on(broker, Service::start)",
                "new CommandLineRun().run(\"run\", config)",
                "\"io.callport.app.Main\",",
                "run = RunProcess.start(name, Map.of());"
            })
    void aStartIsSeen(String line) {
        assertThat(starts(line)).isTrue();
        assertThat(HOLDS.matcher("service.close();").find()).isFalse();
    }

    private static boolean starts(String source) {
        return START.matcher(source).find();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
