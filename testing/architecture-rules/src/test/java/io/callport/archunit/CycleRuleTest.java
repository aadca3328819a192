package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CycleRuleTest {
    @Test
    void packagesFormNoCycle() {
        String root = Fixtures.root("cycle");
        HexagonRules rules = HexagonRules.of(root).layer("farm", 2, root + "..");

        assertThat(Fixtures.lines(Fixtures.findings(rules, HexagonRule.CYCLES, root)))
                .contains("Cycle detected", root + ".a", root + ".b", "(Egg.java:");
    }
}
