package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidingRuleTest {
    private static final String ROOT = Fixtures.root("leak");

    private final HexagonRules base = HexagonRules.of(ROOT)
            .adapter("store", 4, ROOT)
            .library("jdbc", "java.sql..")
            .mayUse("store", "jdbc");
    private final List<String> findings = findings(base.hides("store", "jdbc"));

    @ParameterizedTest
    @CsvSource({
        "Leaks, Connection, the head of",
        "Leaks, ResultSet, the head of",
        "Leaks, ResultSet, .get()",
        "Leaks, Driver, .field",
        "Leaks, Savepoint, .<init>",
        "Leaks, Statement, .result()",
        "Leaks, PreparedStatement, .generic()",
        "Leaks, RowId, .array()",
        "Leaks, SQLException, .thrown()",
        "Leaks, Struct, .variable()",
        "Leaks$Nested, Timestamp, .component()",
        "Leaks$Nested, Timestamp, .<init>",
        "Heir, Clob, .inherited()",
    })
    void aHiddenTypeInAPublicSignatureIsNamed(String type, String shown, String where) {
        assertThat(findings)
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith(
                                ROOT + "." + type + " shows java.sql." + shown + " of 'jdbc', which 'store' hides: ")
                        .contains(where));
    }

    @Test
    void whatCallersCannotSeeMayUseIt() {
        assertThat(findings).isNotEmpty().noneMatch(finding -> finding.contains("Tight"));
    }

    @Test
    void whatIsNotExportedMayUseIt() {
        assertThat(findings(base.exports("store", ROOT).hides("store", "jdbc"))).isEqualTo(findings);
        assertThat(findings(base.exports("store", ROOT + ".front").hides("store", "jdbc")))
                .noneMatch(finding -> finding.contains("shows"));
    }

    @Test
    void hidingALibraryThatIsNotUsedIsAnError() {
        assertThat(findings(base.library("http", "com.sun.net.httpserver..").hides("store", "http")))
                .containsExactly("Layer 'store' hides 'http', which none of its classes uses: delete the line,"
                        + " or correct its packages com.sun.net.httpserver...");
    }

    @Test
    void hidingWithoutAPublicTypeIsAnError() {
        String unmarked = Fixtures.root("unmarked");
        HexagonRules rules = HexagonRules.of(unmarked)
                .adapter("store", 1, unmarked + "..")
                .library("jdbc", "java.sql..")
                .hides("store", "jdbc");

        assertThat(Fixtures.findings(rules, HexagonRule.HIDING, unmarked))
                .anyMatch(finding -> finding.startsWith("Layer 'store' has no public type, so it hides nothing"));
    }

    private static List<String> findings(HexagonRules rules) {
        return Fixtures.findings(rules, HexagonRule.HIDING, ROOT);
    }
}
