package io.callport.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each line at {@code WARN} or {@code ERROR} of the sources has its row in docs/operations.md, with its level. */
class LogTableTest {
    private static final List<String> MODULES = List.of(
            "domain",
            "signing",
            "embed",
            "vendor-json",
            "adapter-http",
            "adapter-kafka",
            "adapter-webhook",
            "config",
            "observability",
            "tools",
            "app");
    private static final Pattern FLUENT =
            Pattern.compile("LOG\\.at(Error|Warn)\\(\\)(?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*?\\.log\\(\\s*\"([^\"]+)\"");
    private static final Pattern DIRECT = Pattern.compile("LOG\\.(error|warn)\\(\\s*(?:\"([^\"]+)\"|([\\w.]+))");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|((?: `[^`|]+`,?)+) \\| ((?:ERROR|WARN|INFO)[^|]*) \\|");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    private record Line(String level, String message) {}

    @Test
    void everyWarningAndErrorHasItsRow() throws IOException {
        List<Line> said = said();
        List<Line> rows = rows();
        assertThat(said).hasSizeGreaterThan(20);
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(said).allSatisfy(line -> assertThat(rows).anyMatch(row -> isOf(row, line)));
        assertThat(rows.stream().filter(row -> row.level().startsWith("ERROR")))
                .as("each row has its log line")
                .allSatisfy(row -> assertThat(said).anyMatch(line -> isOf(row, line)));
    }

    private static boolean isOf(Line row, Line line) {
        String begin = row.message().replaceFirst("…$", "");
        boolean same = begin.equals(row.message())
                ? line.message().equals(begin)
                : line.message().startsWith(begin);
        return same && row.level().startsWith(line.level());
    }

    private static List<Line> rows() throws IOException {
        List<Line> rows = new ArrayList<>();
        Matcher found = ROW.matcher(Files.readString(Path.of("../docs/operations.md")));
        while (found.find()) {
            String level = found.group(2);
            NAMED.matcher(found.group(1)).results().forEach(name -> rows.add(new Line(level, name.group(1))));
        }
        return rows;
    }

    private static List<Line> said() throws IOException {
        List<Line> said = new ArrayList<>();
        String all = sources();
        Matcher fluent = FLUENT.matcher(all);
        while (fluent.find()) {
            said.add(new Line(fluent.group(1).toUpperCase(Locale.ROOT), fluent.group(2)));
        }
        Matcher direct = DIRECT.matcher(all);
        while (direct.find()) {
            String message = direct.group(2) == null ? constant(all, direct.group(3)) : direct.group(2);
            said.add(new Line(direct.group(1).toUpperCase(Locale.ROOT), message));
        }
        return said;
    }

    private static String constant(String sources, String name) {
        String simple = name.replaceFirst(".*\\.", "");
        return Pattern.compile("\\b" + simple + "\\s*=\\s*\"([^\"]+)\"")
                .matcher(sources)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
