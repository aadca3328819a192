package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExportRuleTest {
    private static final String ROOT = Fixtures.root("exports");

    private final HexagonRules base = HexagonRules.of(ROOT)
            .core("domain", 2, ROOT + ".domain..")
            .adapter("web", 1, ROOT + ".web")
            .mayUse("web", "domain");

    @Test
    void anUnexportedPackageIsNotUsedFromOutside() {
        assertThat(findings(base.exports("domain", ROOT + ".domain.api")))
                .singleElement()
                .asString()
                .contains(
                        ROOT + ".web.Page uses " + ROOT + ".domain.internal.Rounding",
                        "'domain' exports only",
                        "(Page.java:");
    }

    @Test
    void anExportedPackageIs() {
        assertThat(findings(base.exports("domain", ROOT + ".domain.api").exports("domain", ROOT + ".domain.internal")))
                .isEmpty();
    }

    @Test
    void anExportOfNothingIsAnError() {
        assertThat(findings(base.exports("domain", ROOT + ".domain..", ROOT + ".domain.ipa")))
                .singleElement()
                .asString()
                .contains("exports the package " + ROOT + ".domain.ipa, in which it has no class");
    }

    @Test
    void exportsOfALibraryHoldToo() {
        String page = ROOT + ".web";
        HexagonRules embedding = HexagonRules.of(page)
                .layer("web", 1, page)
                .library("pricing", ROOT + ".domain..")
                .mayUse("web", "pricing")
                .exports("pricing", ROOT + ".domain.api");

        assertThat(Fixtures.findings(embedding, HexagonRule.EXPORTS, page))
                .singleElement()
                .asString()
                .contains("Rounding", "'pricing' exports only");
    }

    @Test
    void exportsAreReadFromAModuleInfoOnTheClassPath() {
        HexagonRules rules = HexagonRules.of("com.example.shop.main")
                .layer("main", 1, "com.example.shop.main")
                .library("asserts", "org.assertj..")
                .exportsOfModule("asserts", "org.assertj.core");

        assertThat(ModuleExports.of("org.assertj.core").toString())
                .contains("org.assertj.core.api, ")
                .doesNotContain("org.assertj.core.internal.annotation");
        assertThat(Fixtures.findings(rules, HexagonRule.EXPORTS, "com.example.shop.main"))
                .singleElement()
                .asString()
                .contains("no class uses it");
    }

    @Test
    void aModuleThatIsNotThereIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base.exportsOfModule("domain", "com.example.nowhere"))
                .withMessageContaining("no module-info of 'com.example.nowhere'");
    }

    private static List<String> findings(HexagonRules rules) {
        return Fixtures.findings(rules, HexagonRule.EXPORTS, ROOT);
    }
}
