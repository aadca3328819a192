package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrowRuleTest {
    private static final String ROOT = Fixtures.root("arrows");

    private final HexagonRules base = HexagonRules.of(ROOT)
            .core("domain", 1, ROOT + ".domain")
            .adapter("web", 1, ROOT + ".web")
            .adapter("store", 1, ROOT + ".store")
            .library("jdbc", "java.sql..")
            .mayUse("store", "jdbc");

    @Test
    void anUndeclaredArrowIsNamedWithItsRemedy() {
        assertThat(findings(base))
                .anySatisfy(finding -> assertThat(finding)
                        .contains(
                                ROOT + ".web.Page uses " + ROOT + ".domain.Price",
                                "the arrow web -> domain is not declared",
                                "declare mayUse(\"web\", \"domain\")",
                                "(Page.java:"));
        assertThat(findings(base.mayUse("web", "domain"))).noneMatch(finding -> finding.contains("web -> domain"));
    }

    @Test
    void adaptersNeverSeeEachOther() {
        assertThat(findings(base))
                .anySatisfy(finding ->
                        assertThat(finding).contains("the arrow web -> store", "adapters never see each other"));
    }

    @Test
    void onlyTheLayersThatMayUseALibrary() {
        assertThat(findings(base))
                .anySatisfy(finding -> assertThat(finding).contains("uses java.sql.Timestamp", "web -> jdbc"))
                .noneMatch(finding -> finding.contains("store -> jdbc"));
    }

    @Test
    void aClassOfNoLayerIsAnError() {
        assertThat(findings(base))
                .contains(ROOT + ".stray.Stray lies in no layer: move it into one, or add its package " + ROOT
                        + ".stray to one.");
        assertThat(findings(base.layer("stray", 1, ROOT + ".stray"))).noneMatch(finding -> finding.contains("Stray"));
    }

    @Test
    void aClassOfTwoLayersIsAnError() {
        assertThat(findings(base.layer("all", 1, ROOT + "..")))
                .anyMatch(finding -> finding.startsWith(ROOT + ".web.Page lies in more than one layer [web, all]"));
    }

    @Test
    void aLibraryThatNoClassUsesIsAnError() {
        assertThat(findings(base.library("http", "com.sun.net.htpserver..")))
                .contains("Library 'http' names the package com.sun.net.htpserver.., which no class uses:"
                        + " correct its name or delete it.");
    }

    private static List<String> findings(HexagonRules rules) {
        return Fixtures.findings(rules, HexagonRule.ARROWS, ROOT);
    }
}
