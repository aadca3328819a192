package io.callport.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryLogTest {
    private static final String LEVEL = "CALLPORT_LIBRARY_LOG";

    @BeforeEach
    @AfterEach
    void forget() {
        System.clearProperty(LEVEL);
    }

    @Test
    void isQuietForToolsAndAsEverForTheService() {
        assertThat(levelFor(Map.of(), "send", "agents.list")).isEqualTo("ERROR");
        forget();
        for (String[] args : new String[][] {{}, {"run"}, {"sandbox"}, {"--help"}}) {
            assertThat(levelFor(Map.of(), args)).isNull();
        }
    }

    @Test
    void isWhatTheUserAskedFor() {
        assertThat(levelFor(Map.of(LEVEL, "DEBUG"), "send"))
                .as("that is left to it")
                .isNull();
        System.setProperty(LEVEL, "OFF");
        assertThat(levelFor(Map.of(), "check", "--live")).isEqualTo("OFF");
    }

    private static String levelFor(Map<String, String> environment, String... args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        LibraryLog.quietForTools(new Shell(InputStream.nullInputStream(), nowhere, nowhere, environment::get), args);
        return System.getProperty(LEVEL);
    }
}
