package io.callport.system.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan of a small project finds {@code Xw7-opensesame}, the secret of its only test. */
class ScanTest {
    private static final String REPORT = "a/target/surefire-reports/TEST-ATest.xml";
    private static final String OUTPUT = "a/target/surefire-reports/ATest-output.txt";

    @TempDir
    Path project;

    @BeforeEach
    void make() throws IOException {
        write("pom.xml", "<modules><module>a</module><module>testing/b</module></modules>");
        write("a/src/test/java/ATest.java", "class ATest { Secret s = Secret.of(\"Xw7-opensesame\"); }");
        write(REPORT, "<testsuite><testcase name=\"of Xw7-opensesame\"/></testsuite>");
        write(OUTPUT, "nothing\n");
    }

    @Test
    void findsNothingWhereNothingIs() {
        Scan scan = Scan.of(project);
        assertThat(scan.found()).isEmpty();
        assertThat(scan.unseen()).isEmpty();
        assertThat(scan.secrets()).isEqualTo(1);
        assertThat(scan.filesOfModules()).containsOnlyKeys("a").containsValue(2);
    }

    @Test
    void leavesOutItsOwnSourcesAndReports() throws IOException {
        write("testing/b/src/test/java/io/callport/system/secrets/XTest.java", "Secret.of(\"Zu6opensesame\")");
        write("testing/b/target/surefire-reports/TEST-io.callport.system.secrets.XTest.xml", "Xw7-opensesame");
        write(OUTPUT, "Zu6opensesame");
        assertThat(Scan.of(project).found()).isEmpty();
    }

    @Test
    void findsSecretsInAModuleBelowAFolder() throws IOException {
        write("testing/b/src/test/java/BTest.java", "class BTest {}");
        write("testing/b/target/surefire-reports/TEST-BTest.xml", "<failure>Xw7-opensesame</failure>");
        assertThat(Scan.of(project).found()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a/target/surefire-reports/ATest-output.txt, it is Xw7-opensesame indeed",
        "a/target/surefire-reports/TEST-ATest.xml, <testcase><failure>Xw7-opensesame</failure></testcase>",
        "a/target/crash/classic/instance-0.log, 'secret=Xw7-opensesame,'",
        "a/target/demo.log, WHc3LW9wZW5zZXNhbWU=",
        "a/target/demo.log, dXNlcjpYdzctb3BlbnNlc2FtZQ==",
        "a/target/demo.log, 5877372d6f70656e736573616d65",
    })
    void findsASecretWhereverItIsPrinted(String file, String text) throws IOException {
        write(file, "one\n" + text + "\n");
        assertThat(Scan.of(project).found())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(", line 2: ").doesNotContain("Xw7-opensesame"));
    }

    @Test
    void findsSecretsThatARunMade() throws IOException {
        write("a/target/crash/both/instance-0.yaml", "- { id: \"7moor:1\", secret: \"kT5mQ9RzzW\", url: \"x\" }");
        write("a/target/crash/both/instance-0.log", "signed with kT5mQ9RzzW");
        assertThat(Scan.of(project).found()).hasSize(1);
    }

    @Test
    void findsSecretsByTheNameOfTheirConstant() throws IOException {
        write("a/src/test/java/BTest.java", "String KEY = \"Yv8opensesame\"; Secret s = Secret.of(Other.KEY);");
        write(REPORT.replace("ATest", "BTest"), "<testsuite/>");
        write(OUTPUT, "Yv8opensesame");
        assertThat(Scan.of(project).found()).hasSize(1);
    }

    @Test
    void takesNoConstantOfAnotherTypeForASecret() throws IOException {
        write("a/src/test/java/BTest.java", "class B { String KEY = \"Yv8opensesame\"; Secret s = Secret.of(KEY); }");
        write("a/src/test/java/CTest.java", "class C { Secret s = Secret.of(B.KEY); }");
        write("a/src/test/java/DTest.java", "class D { String KEY = \"partition\"; }");
        write(OUTPUT, "the key of a partition");
        assertThat(Scan.of(project).found()).isEmpty();
        write(OUTPUT, "Yv8opensesame");
        assertThat(Scan.of(project).found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecuredKafka.start(Map.of(\"a\", Other.NONE, \"b\", \"Yv8opensesame\"), \"a\", Map.of());",
                "Map<> USERS = Map.of(\"a\", \"b\", \"c\", \"Yv8opensesame\"); SecuredKafka.start(USERS, \"a\");",
                "KEY = \"Yv8opensesame\"; SecuredKafka.start(Map.of(\"a\", Other.KEY), \"a\", Map.of());",
                "Map.of(\"KAFKA_PASSWORD\", \"Yv8opensesame\")",
                "KEY = \"Yv8opensesame\"; cli.with(\"CALLPORT_SECRET\", KEY)",
                "OLD_SECRET = \"Yv8opensesame\"; put(OLD_SECRET + 1)",
            })
    void findsSecretsHoweverTheyAreGiven(String source) throws IOException {
        write("a/src/test/java/BTest.java", source);
        write(OUTPUT, "Yv8opensesame");
        assertThat(Scan.of(project).found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-pw", "shop-password", "wrong-pw-2b1", "wrong-secret", "shop-old-token"})
    void findsSecretsThatSaySo(String secret) throws IOException {
        write("a/src/test/java/BTest.java", "check(\"" + secret + "\");");
        write(OUTPUT, "login of " + secret);
        assertThat(Scan.of(project).found()).hasSize(1);
    }

    @Test
    void saysWhichModuleHasNotRun() throws IOException {
        Files.delete(project.resolve(REPORT));
        assertThat(Scan.of(project).unseen()).containsExactly("a: 0 reports of 1 test classes");
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
