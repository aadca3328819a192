package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems and warnings name line and column of their key, or of the section in which the key is missing. */
class ProblemPlacesTest {
    @Test
    void eachProblemNamesLineAndColumnOfItsKey() {
        assertThat(ConfigurationFixture.problems("""
                kafka:
                  group.id: g
                accounts:
                  - id: 7moor:1
                    secret: &a s3cret
                  - id: "7moor:2"
                    secret: *a
                    sekret: s3cret
                  - s3cret
                shutdown: PT1S
                retry: {attempts: 0}
                shutdown: PT2S
                """))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith("accounts[1].secret: YAML anchors")
                                .endsWith(" (line 7, column 5)"),
                        problem -> assertThat(problem)
                                .startsWith("shutdown: is there twice")
                                .endsWith(" (line 12, column 1)"),
                        problem -> assertThat(problem)
                                .startsWith("kafka.bootstrap.servers: is missing")
                                .endsWith(" (line 1, column 1)"),
                        problem -> assertThat(problem)
                                .startsWith("accounts[1].sekret: is")
                                .endsWith(" (line 8, column 5)"),
                        problem -> assertThat(problem)
                                .startsWith("accounts[2]: must be")
                                .endsWith(" (line 9, column 5)"),
                        problem -> assertThat(problem)
                                .startsWith("retry.attempts: must")
                                .endsWith(" (line 11, column 9)"));
    }

    @Test
    void aWarningDoesToo() {
        String text = ConfigurationFixture.withKafka("\n  bootstrap.servers: a:1\n  producer:\n    linger: 5");
        assertThat(ConfigurationFixture.warnings(text))
                .singleElement()
                .asString()
                .endsWith(" (line 4, column 5)");
    }

    @Test
    void anAliasInAListNamesTheListsPlace() {
        assertThat(ConfigurationFixture.problems(
                        ConfigurationFixture.withLeast("shutdown: &a PT1S", "topics:", "  7moor: {replies: [*a]}")))
                .singleElement()
                .asString()
                .startsWith("topics.7moor.replies[0]: YAML anchors")
                .endsWith(" (line 5, column 11)");
    }

    /** YAML 1.1 reads them as numbers or flags, 1.2 as text; two are numbers in 1.2 alone and were text before. */
    @ParameterizedTest
    @ValueSource(strings = {"1_000", "0b11", "yes", "off", "+0x1", "1_0.5", "08", "0o17", "<<", "!!str 12", "!x 12a"})
    void aSecretMayBeWhatIsTextInYaml(String secret) {
        String text = ConfigurationFixture.withAccounts("{id: '7moor:1', secret: " + secret + "}");
        assertThat(ConfigurationFixture.read(text).accounts().get(0).secret().reveal())
                .isEqualTo(secret.replaceFirst("^!\\S+ ", ""));
    }

    @Test
    void aKeyThatIsNotASingleValueIsAProblem() {
        List<String> problems = ConfigurationFixture.problems(ConfigurationFixture.withLeast("? [a]", ": b"));
        assertThat(problems)
                .containsExactly("has a key that is not a single value; write it as text (line 3, column 3)");
    }
}
