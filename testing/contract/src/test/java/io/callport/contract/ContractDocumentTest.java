package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ValidateResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples of docs/contract.md are compiled and run, and the page names every topic, header and schema. */
class ContractDocumentTest {
    private static final Path JAVA =
            ProjectDocuments.ROOT.resolve("testing/contract/src/test/java/com/example/ValidateResult.java");
    private static final Path SCRIPT = ProjectDocuments.ROOT.resolve("testing/contract/asyncapi/validate.mjs");

    private final String document = ProjectDocuments.read(ProjectDocuments.ROOT.resolve("docs/contract.md"));

    @Test
    void showsTheSamplesThatAreRun() {
        assertThat(document).contains(ProjectDocuments.read(JAVA).strip());
        assertThat(document).contains(ProjectDocuments.read(SCRIPT).strip()); // run by testing/contract/asyncapi/check
    }

    @Test
    void itsJavaSampleTellsAResultFromWhatIsNone() {
        ValidateResult sample = new ValidateResult();
        String refusal = "{\"query\":\"agents.list\",\"account\":\"7moor:1\",\"commandId\":\"42\",\"params\":{},"
                + "\"status\":\"refused\",\"reason\":\"%s\",\"detail\":\"d\",\"new\":1}";

        assertThat(sample.problems(refusal.formatted("expired"))).isEmpty();
        assertThat(sample.problems(refusal.formatted("a-reason-of-a-later-release")))
                .isEmpty();
        assertThat(sample.problems(refusal.replace("\"reason\":\"%s\",", ""))).isNotEmpty();
        assertThat(sample.problems("{\"query\":\"number-pool.groups\",\"account\":\"7moor:1\",\"commandId\":\"42\","
                        + "\"status\":\"answered\",\"result\":{}}"))
                .isNotEmpty();
    }

    @Test
    void namesEveryHeaderAndEverySchemaThatIsNotAQuerys() throws IOException {
        try (Stream<Path> files = Files.list(ReleasedSchemas.NOW)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                assertThat(document).contains("`" + file.getFileName() + "`");
                if (file.toString().endsWith("-headers.schema.json")) {
                    RecordJson.parse(ProjectDocuments.read(file))
                            .path("properties")
                            .fieldNames()
                            .forEachRemaining(header -> assertThat(document).contains("`" + header + "`"));
                }
            }
        }
    }
}
