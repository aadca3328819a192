package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicTypeRuleTest {
    private static final String ROOT = Fixtures.root("types");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("public-types.txt");
    }

    @Test
    void theListIsOfPublicTypesThatCallersCanName() throws IOException {
        assertThat(findings("# ours", "", ROOT + ".Shown", ROOT + ".Shown.Nested"))
                .isEmpty();
    }

    @Test
    void anAddedTypeIsReportedWithTheWayToAcceptIt() throws IOException {
        assertThat(findings(ROOT + ".Shown"))
                .containsExactly("Added: " + ROOT + ".Shown.Nested is public, but not listed. Make it package-private,"
                        + " or accept it: add this line to " + file + ".");
    }

    @Test
    void aRemovedTypeIsReportedWithTheWayToAcceptIt() throws IOException {
        assertThat(findings(ROOT + ".Gone", ROOT + ".Shown", ROOT + ".Shown.Nested"))
                .containsExactly("Removed: " + ROOT + ".Gone is listed, but no longer public. Bring it back"
                        + " (callers may rely on it), or accept that: delete its line from " + file + ".");
    }

    @Test
    void aPackageAcceptsAllOfItsTypes() throws IOException {
        assertThat(findings(ROOT + "..")).isEmpty();
    }

    @Test
    void aPackageWithoutATypeIsReportedWithTheWayToAcceptIt() throws IOException {
        assertThat(findings(ROOT + "..", ROOT + ".gone.."))
                .singleElement()
                .asString()
                .startsWith("Removed: " + ROOT + ".gone.. is listed");
    }

    @Test
    void onlyTypesOfExportedPackagesAreListed() throws IOException {
        String root = Fixtures.root("exports");
        HexagonRules rules = HexagonRules.of(root)
                .core("domain", 2, root + ".domain..")
                .exports("domain", root + ".domain.api")
                .publicTypes(file, "domain");
        Files.write(file, List.of(root + ".domain.api.Price"));
        assertThat(Fixtures.findings(rules, HexagonRule.PUBLIC_TYPES, root)).isEmpty();

        Files.write(file, List.of(root + ".domain.internal.Rounding"));
        assertThat(Fixtures.findings(rules, HexagonRule.PUBLIC_TYPES, root))
                .hasSize(2)
                .anyMatch(finding -> finding.startsWith("Added: " + root + ".domain.api.Price"))
                .anyMatch(finding -> finding.startsWith("Removed: " + root + ".domain.internal.Rounding"));
    }

    @Test
    void anUnsortedListIsAnError() throws IOException {
        assertThat(findings(ROOT + ".Shown.Nested", ROOT + ".Shown"))
                .containsExactly(file + " is not sorted, or lists a name twice: sort its lines,"
                        + " so that a diff shows what changed.");
    }

    @Test
    void aMissingFileIsReportedWithItsContent() {
        String expected = String.join(System.lineSeparator(), ROOT + ".Shown", ROOT + ".Shown.Nested");

        assertThat(Fixtures.lines(Fixtures.findings(rules(), HexagonRule.PUBLIC_TYPES, ROOT)))
                .contains("There is no file " + file, expected);
    }

    @Test
    void aMissingResourceIsReportedToo() {
        HexagonRules rules = HexagonRules.of(ROOT).layer("types", 5, ROOT).publicTypes("nowhere.txt", "types");

        assertThat(Fixtures.lines(Fixtures.findings(rules, HexagonRule.PUBLIC_TYPES, ROOT)))
                .contains("There is no class path resource nowhere.txt");
    }

    private List<String> findings(String... lines) throws IOException {
        Files.write(file, List.of(lines));
        return Fixtures.findings(rules(), HexagonRule.PUBLIC_TYPES, ROOT);
    }

    private HexagonRules rules() {
        return HexagonRules.of(ROOT).layer("types", 5, ROOT).publicTypes(file, "types");
    }
}
