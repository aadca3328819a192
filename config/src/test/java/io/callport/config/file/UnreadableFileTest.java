package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFileTest {
    @TempDir
    Path directory;

    @Test
    void isEmpty() throws IOException {
        assertThat(problems("")).singleElement().asString().startsWith("is empty; it needs");
        assertThat(problems("# nothing\n")).singleElement().asString().startsWith("is empty; it needs");
    }

    @Test
    void isAListOrAText() throws IOException {
        assertThat(problems("- a"))
                .containsExactly("must be keys with values, as in 'kafka:', but is a list (line 1, column 1)");
        assertThat(problems("s3cret"))
                .containsExactly(
                        "must be keys with values, as in 'kafka:', but is text of 6 characters (line 1, column 1)");
    }

    @Test
    void isNoYamlAndIsNotQuoted() throws IOException {
        assertThat(problems("accounts:\n  - id: a\n   secret: s3cret\n"))
                .singleElement()
                .asString()
                .startsWith("is not YAML at line 3, column 4")
                .doesNotContain("s3cret");
        assertThat(problems("accounts: [{secret: 's3cret}]"))
                .singleElement()
                .asString()
                .doesNotContain("s3cret");
        assertThat(problems("a: b\u0000c")).singleElement().asString().startsWith("is not YAML");
        assertThat(problems("a: \"\\q s3cret\"")).singleElement().asString().doesNotContain("s3cret");
    }

    @Test
    void isNoText() throws IOException {
        assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe}))
                .containsExactly("is not UTF-8 text; save it as UTF-8");
        assertThat(problems(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .containsExactly("is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void isTooLarge() throws IOException {
        assertThat(problems("#".repeat(10_000_000)))
                .containsExactly("is larger than 1 MiB; check that it is the right file");
    }

    @Test
    void isNestedTooDeeply() throws IOException {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .containsExactly("is nested too deeply; check its brackets and indentation (line 1, column 20)");
    }

    @Test
    void holdsTwoDocuments() throws IOException {
        assertThat(problems("kafka: {bootstrap.servers: a:1}\n---\nb: 1\n"))
                .contains("holds more than one YAML document; keep one (line 3, column 1)");
    }

    @Test
    void isAnAliasBomb() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }
        assertThat(problems(bomb.toString()))
                .contains("a0: YAML anchors and aliases are not read here; write the value itself (line 1, column 1)");
    }

    @Test
    void isNotThere() {
        assertThat(problems(directory.resolve("no.yaml")))
                .containsExactly("does not exist; name the file with --config");
        assertThat(problems(directory)).containsExactly("cannot be read; check that it is a file and its permissions");
    }

    private List<String> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(byte[] bytes) throws IOException {
        return problems(Files.write(directory.resolve("callport.yaml"), bytes));
    }

    private static List<String> problems(Path file) {
        try {
            ConfigurationFile.read(file, Map.<String, String>of()::get);
            return List.of();
        } catch (InvalidConfigurationException e) {
            return e.problems().stream().map(String::valueOf).toList();
        }
    }
}
