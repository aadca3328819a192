package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the reasons that {@code /health/ready} gives, against the sentences in the code. */
class HealthReasonsTest {
    private static final Path KAFKA = Path.of("../adapter-kafka/src/main/java/io/callport/kafka");

    /** The packages where it is said why commands are not answered, and events not published. */
    private static final List<Path> PACKAGES = List.of(
            KAFKA.resolve("client"),
            KAFKA.resolve("event"),
            KAFKA.resolve("loop"),
            KAFKA.resolve("partition"),
            KAFKA.resolve("publish"),
            KAFKA.resolve("takeover"),
            KAFKA.resolve("topics"),
            Path.of("src/main/java/io/callport/app/service"));

    /** Sentences for other places: {@code check --live}, a request, the log, other reasons, and the loop itself. */
    private static final List<String> ELSEWHERE = List.of(
            "Kafka does not answer",
            "The request ",
            "The cluster's transaction.version is below 2",
            "The group was left while the transaction was made",
            "topic … keeps commands",
            "topic … has replication factor …",
            "topic … has a lower min.insync.replicas",
            "topic … has unclean.leader.election.enable",
            "topic … has compression.type …",
            "topic … is not known to exist",
            "topic … has no partition …; give it"); // follows "cannot be read yet"

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern LOGGED = Pattern.compile("\\.(?:log|info|warn|error)\\(\\s*\"[^\"]*\"");
    private static final Pattern VALUE = Pattern.compile("\"\\s*\\+\\s*[^\";]+?\\s*\\+\\s*\"");
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern SENTENCE =
            Pattern.compile("\"((?:Kafka|Memory|It|The|No|Topic|topic|Partition) [^\"]*)\"");

    @Test
    void everyReasonInTheCodeHasItsRow() throws IOException {
        List<Pattern> rows = rows();
        List<String> said = said();

        assertThat(said).hasSizeGreaterThan(20);
        assertThat(said)
                .allSatisfy(sentence ->
                        assertThat(rows).anyMatch(row -> row.matcher(sentence).lookingAt()));
        assertThat(rows)
                .allSatisfy(row -> assertThat(said)
                        .anyMatch(sentence -> row.matcher(sentence).lookingAt()));
    }

    private static List<String> said() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path folder : PACKAGES) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path source : files.sorted().toList()) {
                    sources.append(Files.readString(source));
                }
            }
        }
        String code = COMMENT.matcher(sources).replaceAll("");
        String sentences = VALUE.matcher(
                        JOINT.matcher(LOGGED.matcher(code).replaceAll("")).replaceAll(""))
                .replaceAll("…");
        return SENTENCE.matcher(sentences)
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .filter(sentence -> ELSEWHERE.stream().noneMatch(sentence::startsWith))
                .distinct()
                .toList();
    }

    /** The beginnings in the first column, with … for what varies. */
    private static List<Pattern> rows() {
        return OperationsPage.read().reasons().stream()
                .flatMap(cell -> Stream.of(cell.split("; ", -1)))
                .map(HealthReasonsTest::pattern)
                .toList();
    }

    private static Pattern pattern(String row) {
        return Pattern.compile(
                Arrays.stream(row.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
