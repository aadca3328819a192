package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {
    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void theExampleIsACompiledTest() throws IOException {
        Path example = Path.of("src/test/java/com/example/architecture/ShopArchitectureTest.java");

        assertThat(readme).contains("```java\n" + Files.readString(example) + "```\n");
    }

    @Test
    void theFailureShownIsAFailure() {
        String root = Fixtures.root("arrows");
        HexagonRules rules = HexagonRules.of(root)
                .core("domain", 1, root + ".domain")
                .adapter("web", 1, root + ".web")
                .adapter("store", 1, root + ".store")
                .layer("stray", 1, root + ".stray")
                .library("jdbc", "java.sql..")
                .mayUse("web", "domain", "jdbc")
                .mayUse("store", "jdbc");
        String failure = Fixtures.failure(rules, Fixtures.classes(root)).replace(root, "com.example.shop");

        assertThat(Arrays.stream(failure.split("\\R", -1)).map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsDescribed(HexagonRule rule) {
        assertThat(readme).contains("`" + rule + "`");
    }
}
